import { getCustomer } from '../../customers/find-customer.ts';
import { findInternalPlace } from '../../customers/find-places.ts';
import { internal, time } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { openTask } from '../../tasks/open-task.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import type { Page } from '../page/page.ts';

export interface Alarm {
  readonly page: Page;
  readonly round: number;
  /** What happens now: "calling Ana", or that nobody can be reached. */
  readonly whom: string;
}

/** Nobody on any level answered: tells the vendor's place loudly, and gives the manager a task. */
export async function soundAlarm(trip: Trip, { page, round, whom }: Alarm): Promise<void> {
  const { customerId, transitionId, id, reason, raisedAt } = page;
  const customer = await getCustomer(trip.tx, customerId);
  const place = await findInternalPlace(trip.tx, customerId);
  const text = `Everybody on the escalation was called and nobody has the page; ${whom}.`;
  await recordEvent(trip, {
    customerId,
    transitionId,
    kind: 'page.exhausted',
    visibility: 'internal',
    text,
    data: { pageId: id, round },
  });
  if (place) {
    await sendMessage(trip, {
      key: `page-alarm:${id}:${round}`,
      lane: 'pages',
      to: { placeId: place.id },
      card: internalCard('page-update', customerId, {
        heading: internal`⚠️ Nobody has taken ${customer.name}'s page, raised ${time(raisedAt)}.`,
        body: [
          internal`"${reason.slice(0, 300)}"`,
          internal`${text} Whoever reads this: take it or find somebody.`,
        ],
      }),
    });
  }
  await openTask(trip, {
    key: `page-exhausted:${id}:${round}`,
    customerId,
    kind: 'page-exhausted',
    text: `Nobody answered ${customer.name}'s page on any level. Find somebody now; afterwards look at who is on call and at the escalation policy.`,
    assigneeId: customer.managerId ?? customer.advocateId,
    urgency: 'now',
  });
}
