import { findSpokenThread } from '../customers/find-spoken-thread.ts';
import { shared, type Text, time, words } from '../delivery/audience.ts';
import { sharedCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { openly } from '../timeline/event.ts';
import { type Milestone, milestoneFrom } from '../transitions/milestone.ts';
import { callOut } from './call-out.ts';
import { personAction, personFoot } from './text.ts';

/** Tells whoever asked to be told of a step, once: when it is done or has begun, and as well when it will not be. */
export async function tellNotices(trip: Trip, customerId: string): Promise<void> {
  const { tx, now } = trip;
  const open = await tx.notice.findMany({
    where: { customerId, toldAt: null },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  if (open.length === 0) return;
  const rows = await tx.milestone.findMany({
    where: { id: { in: open.map(({ milestoneId }) => milestoneId) } },
  });
  const steps = new Map(rows.map(row => [row.id, milestoneFrom(row)]));
  const due = open.flatMap(({ placeId, personId, milestoneId, ...notice }) => {
    const milestone = steps.get(milestoneId);
    const text = milestone && noticeText(milestone, notice.state);
    const to = placeId ? { placeId } : personId ? { personId } : null;
    return text && to ? [{ ...notice, placeId, personId, milestoneId, text, to }] : [];
  });
  if (due.length === 0) return;
  await tx.notice.updateMany({
    where: { id: { in: due.map(({ id }) => id) } },
    data: { toldAt: now },
  });
  // Two who wait for the same step in the same place read one message.
  const together = new Map<string, Due[]>();
  for (const one of due) {
    const thread = await findSpokenThread(tx, one.placeId, one.threadOf);
    const where = [one.placeId ?? one.personId, thread, one.milestoneId].join(' ');
    together.set(where, [...(together.get(where) ?? []), { ...one, thread }]);
  }
  for (const wishes of together.values()) await tell(trip, customerId, wishes);
}

interface Due {
  readonly id: string;
  readonly placeId: string | null;
  readonly personId: string | null;
  /** The thread it may be told in; null for the place itself. */
  readonly thread: string | null;
  readonly askedAt: Date;
  readonly text: Text<'shared'>;
  readonly to: { readonly placeId: string } | { readonly personId: string };
}

async function tell(trip: Trip, customerId: string, wishes: readonly Due[]): Promise<void> {
  const [first] = wishes;
  if (!first) return;
  const body: Text<'shared'>[] = [];
  for (const { personId, placeId, askedAt, text } of wishes) {
    const whom = await callOut(trip.tx, { personId, placeId });
    body.push(shared`${whom}You asked at ${time(askedAt)}: ${text}`);
  }
  await sendMessage(trip, {
    key: `notice:${first.id}`,
    lane: 'replies',
    to: first.to,
    threadOf: first.thread,
    forId: wishes.length === 1 ? first.personId : null,
    card: sharedCard('notice', customerId, {
      body,
      actions: [personAction(customerId)],
      foot: personFoot,
    }),
  });
}

/** What there is to tell of a step; null while what is waited for has not come. */
function noticeText(milestone: Milestone, awaited: string): Text<'shared'> | null {
  const { name, state, startedAt, endedAt } = milestone;
  const step = words(openly(name));
  if (state === 'done' && endedAt) return shared`"${step}" is done since ${time(endedAt)}.`;
  if (state === 'cancelled') return shared`"${step}" will not happen.`;
  if (state === 'rolled-back') return shared`"${step}" was taken back.`;
  return awaited === 'underway' && startedAt
    ? shared`"${step}" runs since ${time(startedAt)}.`
    : null;
}
