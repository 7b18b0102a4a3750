import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import type { TimelineEvent } from '../../timeline/event.ts';
import { eventFrom } from '../../timeline/list-events.ts';
import { courseLine } from './course-card.ts';
import type { CourseDraft } from './find-course-draft.ts';
import type { PageView } from './page-view.ts';
import { isShortForm } from './tried.ts';

/** Says in the thread whatever has just been written down of the page. */
export async function tellCourse(
  trip: Trip,
  view: PageView,
  { key: under, to }: CourseDraft,
): Promise<void> {
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
  return own.filter(event => !saidElsewhere.includes(event.kind) && !isShortForm(event, own));
}
