import { findInternalPlace } from '../../customers/find-places.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import type { TimelineEvent } from '../../timeline/event.ts';
import { eventFrom } from '../../timeline/list-events.ts';
import { courseCard, courseLine } from './course-card.ts';
import type { PageView } from './page-view.ts';
import { isShortForm } from './tried.ts';

/** Tells the vendor's own place how a page goes: one thread a page, and in it whatever has just been written down of it. */
export async function showCourse(trip: Trip, view: PageView): Promise<void> {
  const { page } = view;
  const place = await findInternalPlace(trip.tx, page.customerId);
  if (!place) return;
  const under = `page-course:${page.id}`;
  const to = { placeId: place.id };
  const root = courseCard(view);
  await sendMessage(trip, { key: under, lane: 'pages', to, card: root });
  await editMessage(trip, under, root);
  for (const event of await listNew(trip, view)) {
    const key = `${under}:${event.id}`;
    await sendMessage(trip, { key, lane: 'pages', to, under, card: courseLine(event) });
  }
}

/** That everybody was called in vain is said aloud in the same place, not in a thread. */
const saidElsewhere = ['page.raised', 'page.exhausted'];

async function listNew({ tx, now }: Trip, { page }: PageView): Promise<TimelineEvent[]> {
  const rows = await tx.event.findMany({
    where: { customerId: page.customerId, at: now },
    orderBy: { seq: 'asc' },
  });
  const own = rows.map(eventFrom).filter(({ data }) => data.pageId === page.id);
  const firstSaid = ({ text }: TimelineEvent) => own.find(one => one.text === text);
  return own.filter(
    event =>
      firstSaid(event) === event &&
      !saidElsewhere.includes(event.kind) &&
      event.data.isAgain !== true &&
      !isShortForm(event, own),
  );
}
