import { editMessages } from '../delivery/edit-messages.ts';
import type { Trip } from '../shared/database.ts';
import { drillCallFrom, isLevelAnswered } from './drill.ts';
import { answeredCard } from './drill-card.ts';
import { loadDrillView } from './load-drill-view.ts';

export interface DrillAnswer {
  readonly drillId: string;
  readonly personId: string;
  /** The medium they answered by. */
  readonly via: string;
}

/** Somebody called for a drill has answered: they are called no more, and the next level begins when all of this one have. */
export async function acknowledgeDrill(
  trip: Trip,
  { drillId, personId, via }: DrillAnswer,
): Promise<'answered' | 'already' | 'over'> {
  const { tx, now } = trip;
  await tx.$queryRaw`SELECT id FROM drill WHERE id = ${drillId} FOR UPDATE`;
  const drill = await tx.drill.findUniqueOrThrow({ where: { id: drillId } });
  if (drill.state !== 'running') return 'over';
  const own = { drillId, personId };
  const called = await tx.drillCall.findMany({
    where: { ...own, calledAt: { not: null } },
    orderBy: [{ calledAt: 'desc' }, { id: 'asc' }],
  });
  const [newest] = called;
  if (!newest || called.some(({ answeredAt }) => answeredAt !== null)) return 'already';
  const answered = called.find(call => call.via === via) ?? newest;
  await tx.drillCall.update({
    where: { id: answered.id },
    data: { answeredAt: now, answeredVia: via },
  });
  await tx.drillCall.updateMany({
    where: { ...own, state: 'planned' },
    data: { state: 'stood-down', dueAt: null },
  });
  const rows = await tx.drillCall.findMany({ where: { drillId }, orderBy: { id: 'asc' } });
  if (isLevelAnswered(rows.map(drillCallFrom), drill.level)) {
    await tx.drill.update({ where: { id: drillId }, data: { dueAt: now } });
  }
  const view = await loadDrillView(trip, drillId);
  const card = answeredCard(view, personId);
  await editMessages(
    trip,
    called.map(({ messageKey: key }) => ({ key, card })),
  );
  return 'answered';
}
