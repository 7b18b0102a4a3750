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
  for (const { id, milestoneId, state, placeId, personId, threadOf, askedAt } of open) {
    const milestone = steps.get(milestoneId);
    const text = milestone && noticeText(milestone, state);
    const to = placeId ? { placeId } : personId ? { personId } : null;
    if (!text || !to) continue;
    await tx.notice.update({ where: { id }, data: { toldAt: now } });
    const whom = await callOut(tx, { personId, placeId });
    await sendMessage(trip, {
      key: `notice:${id}`,
      lane: 'replies',
      to,
      threadOf: await findSpokenThread(tx, placeId, threadOf),
      forId: personId,
      card: sharedCard('notice', customerId, {
        body: [shared`${whom}You asked at ${time(askedAt)}: ${text}`],
        actions: [personAction(customerId)],
        foot: personFoot,
      }),
    });
  }
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
