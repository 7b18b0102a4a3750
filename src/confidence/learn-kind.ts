import type { Json, Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { getKnown } from './get-known.ts';
import { learn } from './learning.ts';
import { type Lived, livedBy } from './lived.ts';
import { nextNight } from './plan-learning.ts';
import { confidencePolicy } from './policy.ts';

/**
 * Engine handler: works out afresh what this vendor's transitions of one kind teach, and looks again the next
 * night while any of them goes on. What a manager holds stays as it is; what was before a reset does not count.
 */
export async function learnKind(trip: Trip, kind: string): Promise<void> {
  const { tx, now } = trip;
  const { pinned, since } = await tx.learntCurve.findUniqueOrThrow({ where: { kind } });
  const oldest = plus(now, -confidencePolicy.memoryDays * day);
  const transitions = await tx.transition.findMany({
    where: { kind, windowUntil: { gte: since && since > oldest ? since : oldest, lt: now } },
    orderBy: { windowUntil: 'desc' },
    take: confidencePolicy.learning.transitions,
    select: { id: true, phase: true },
  });
  const isGoingOn = transitions.some(({ phase }) => phase === 'settling' || phase === 'steady');
  const dueAt = isGoingOn ? nextNight(now) : null;
  const lives: Lived[] = [];
  for (const { id } of pinned ? [] : transitions) {
    const { outlook, evidence } = await getKnown(trip, id);
    lives.push(livedBy(outlook, evidence, now));
  }
  const learnt = lives.length > 0 ? (JSON.parse(JSON.stringify(learn(lives))) as Json) : undefined;
  await tx.learntCurve.update({ where: { kind }, data: { dueAt, learnt } });
}
