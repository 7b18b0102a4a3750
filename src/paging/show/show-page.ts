import type { Edit } from '../../delivery/edit-messages.ts';
import { keepMessages } from '../../delivery/keep-messages.ts';
import type { Trip } from '../../shared/database.ts';
import { lockPage } from '../page/page-lock.ts';
import { cardFor, olderCardFor } from './card-for.ts';
import { drawAside } from './draw-aside.ts';
import { findCourseDraft } from './find-course-draft.ts';
import { loadBrief } from './load-brief.ts';
import { loadPageView } from './load-page-view.ts';
import { settledCard } from './outside-card.ts';
import { mayStandInChat, type PageView } from './page-view.ts';
import { receiptDraft } from './receipt-draft.ts';
import { tellCourse } from './tell-course.ts';

/** Brings the customer's receipt, every copy of the page's card and its thread in the vendor's place up to date. Saying the same again changes nothing. Returns what it showed; null where that failed. */
export async function showPage(trip: Trip, pageId: string): Promise<PageView | null> {
  return drawAside(trip, pageId, async () => {
    const view = await loadPageView(trip, await lockPage(trip, pageId));
    const course = await findCourseDraft(trip, view);
    const drafts = [receiptDraft(view), course].filter(draft => draft !== null);
    const edits = [...(await outsideEdits(trip, view)), ...(await chatEdits(trip, view))];
    await keepMessages(trip, drafts, edits);
    if (course) await tellCourse(trip, view, course);
    return view;
  });
}

async function chatEdits(trip: Trip, view: PageView): Promise<Edit[]> {
  const copies = view.calls.filter(mayStandInChat);
  if (copies.length === 0) return [];
  const brief = await loadBrief(trip, view);
  return copies.map(copy => {
    const { messageKey: key, personId } = copy;
    const isNewest = copies.findLast(one => one.personId === personId) === copy;
    return { key, card: isNewest ? cardFor(view, personId, brief) : olderCardFor(view, personId) };
  });
}

/**
 * What was said outside chat stays as it is while nobody has the page. Then everybody who was called hears once that they
 * need do nothing; whoever took it knows, but their telephone stops ringing.
 */
async function outsideEdits(trip: Trip, view: PageView): Promise<Edit[]> {
  if (view.page.state === 'open') return [];
  const copies = view.calls.filter(({ via, state }) => via !== 'chat' && state === 'called');
  const newest = copies.filter(
    copy => copies.findLast(one => one.personId === copy.personId && one.via === copy.via) === copy,
  );
  if (newest.length === 0) return [];
  const over = await trip.tx.message.findMany({
    where: { key: { in: newest.map(one => one.messageKey) }, via: 'voice', outcome: { not: null } },
    select: { key: true },
  });
  const isOver = (key: string) => over.some(call => call.key === key);
  return newest
    .filter(({ via, personId }) => via !== 'sms' || personId !== view.page.ownerId)
    .filter(({ messageKey }) => !isOver(messageKey))
    .map(({ messageKey: key, personId }) => ({ key, card: settledCard(view, personId) }));
}
