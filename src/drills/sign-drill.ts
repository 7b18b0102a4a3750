import type { Trip } from '../shared/database.ts';
import { showDrill } from './show-drill.ts';

/** The manager has read what a drill showed, and stands for it. One that no longer counts cannot be signed. */
export async function signDrill(
  trip: Trip,
  { drillId, byId }: { drillId: string; byId: string },
): Promise<'signed' | 'already' | 'void' | 'running'> {
  const { tx, now, random } = trip;
  await tx.$queryRaw`SELECT id FROM drill WHERE id = ${drillId} FOR UPDATE`;
  const drill = await tx.drill.findUniqueOrThrow({ where: { id: drillId } });
  if (drill.state !== 'done') return 'running';
  if (drill.voidedAt) return 'void';
  if (drill.signedAt) return 'already';
  const signed = { signedAt: now, signedById: byId };
  await tx.drill.update({ where: { id: drillId }, data: signed });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: 'drill.sign',
      customerId: drill.customerId,
      subject: drill.transitionId,
    },
  });
  await showDrill(trip, drillId);
  return 'signed';
}
