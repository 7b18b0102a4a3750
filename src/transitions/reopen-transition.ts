import { shared, words } from '../delivery/audience.ts';
import type { Trip } from '../shared/database.ts';
import { plus, week } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import { changePhase } from './change-phase.ts';
import { findTransition } from './find-transition.ts';
import type { Transition } from './transition.ts';

/** For so long after the end a change can be taken up again; after that it is another matter. */
const reopensWithin = 26 * week;

/** The customer wants us back after the end: its latest change is steady again. Null when none can carry it. */
export async function reopenTransition(trip: Trip, customerId: string): Promise<Transition | null> {
  const { tx, now } = trip;
  // Two wishes at once: the second one finds it open.
  await tx.$queryRaw`SELECT id FROM transition WHERE "customerId" = ${customerId} ORDER BY id FOR UPDATE`;
  const row = await tx.transition.findFirst({
    where: { customerId, phase: 'graduated', phaseSince: { gt: plus(now, -reopensWithin) } },
    orderBy: { phaseSince: 'desc' },
    select: { id: true },
  });
  const ended = row && (await findTransition(tx, row.id));
  if (!ended) return null;
  const text = shared`${words(openly(ended.name))}: the check-ins begin again.`;
  const steady = await changePhase(trip, ended, { to: 'steady', since: now, text });
  // Whoever has just come back is not asked at once whether that was all.
  await tx.transition.update({ where: { id: ended.id }, data: { proposedAt: now, dueAt: now } });
  return { ...steady, proposedAt: now };
}
