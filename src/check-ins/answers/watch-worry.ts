import { unresolved } from '../../paging/page/page-state.ts';
import { raisePage } from '../../paging/raise-page.ts';
import { plusBusinessHours } from '../../shared/business-hours.ts';
import type { Trip } from '../../shared/database.ts';
import { hour, plus } from '../../shared/time.ts';
import type { EventKind } from '../../timeline/event.ts';
import { isWindowOpen } from '../../transitions/transition.ts';
import type { CheckIn } from '../asking/check-in.ts';
import { checkInPolicy } from '../cadence/policy.ts';
import type { Scene } from '../cadence/scene.ts';

/** The key of the task that a worry is for the advocate. */
export function worryKey(checkInId: string): string {
  return `worried:${checkInId}`;
}

/** When a worry without a word from the vendor becomes a page. */
export function worryDue({ transition, customer }: Scene, at: Date): Date {
  const { windowMilliseconds, otherwiseBusinessHours } = checkInPolicy.worryAnswered;
  if (isWindowOpen(transition)) return plus(at, windowMilliseconds);
  return plusBusinessHours(at, otherwiseBusinessHours, customer);
}

/** What a vendor person can say to the customer; a note for colleagues answers nobody. */
const answering: readonly EventKind[] = ['note', 'promise.made'];
const caring: readonly EventKind[] = ['page.acknowledged', 'page.updated', 'page.resolved'];
/** By its platform's clock an answer may be a little older than the worry is by ours. */
const repliedBefore = hour;

/** Nobody has answered a worry in time: a page, which the customer sees. Nothing when someone did, or a page came since. */
export async function watchWorry(
  trip: Trip,
  { scene, checkIn }: { readonly scene: Scene; readonly checkIn: CheckIn },
): Promise<void> {
  const { tx } = trip;
  await tx.checkIn.update({ where: { id: checkIn.id }, data: { dueAt: null } });
  const { customer, transition } = scene;
  const from = checkIn.answeredAt ?? checkIn.plannedFor;
  if (await isTaskDone(trip, checkIn.id)) return;
  if (await isAnswered(trip, customer.id, from)) return;
  const words = checkIn.words ? `"${checkIn.words}"` : 'without more words';
  await raisePage(trip, {
    customerId: customer.id,
    transitionId: transition.id,
    raisedBy: 'rule',
    rule: 'worried-unanswered',
    words: `Worried, ${words}, and nobody has answered yet.`,
    isShared: true,
  });
}

/** The worry itself was a task for the advocate: done is done. */
async function isTaskDone({ tx }: Trip, checkInId: string): Promise<boolean> {
  return (await tx.task.count({ where: { key: worryKey(checkInId), state: 'done' } })) > 0;
}

async function isAnswered({ tx }: Trip, customerId: string, from: Date): Promise<boolean> {
  const pages = await tx.page.count({
    where: {
      customerId,
      OR: [{ raisedAt: { gte: from }, resolvedAt: { gte: from } }, { ...unresolved }],
    },
  });
  if (pages > 0) return true;
  const events = await tx.event.findMany({
    where: {
      customerId,
      at: { gte: plus(from, -repliedBefore) },
      recordedAt: { gte: from },
      authorId: { not: null },
      OR: [{ kind: { in: [...answering] }, visibility: 'shared' }, { kind: { in: [...caring] } }],
    },
    select: { authorId: true },
  });
  const authors = events.flatMap(({ authorId }) => (authorId ? [authorId] : []));
  if (authors.length === 0) return false;
  return (await tx.person.count({ where: { id: { in: authors }, side: 'vendor' } })) > 0;
}
