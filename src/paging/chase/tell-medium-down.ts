import { getCustomer } from '../../customers/find-customer.ts';
import { internal } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { mediumName } from '../../delivery/medium-name.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import type { Page } from '../page/page.ts';

export interface MediumDown {
  readonly via: string;
  readonly reason: string | null;
}

/** A medium outside chat takes nothing from us: the manager of whoever needed it hears so in chat, once a day at most. */
export async function tellMediumDown(
  trip: Trip,
  page: Page,
  { via, reason }: MediumDown,
): Promise<void> {
  const { managerId } = await getCustomer(trip.tx, page.customerId);
  if (managerId === null) return;
  const day = trip.now.toISOString().slice(0, 10);
  const why = reason ? ` (${reason.slice(0, 160)})` : '';
  await sendMessage(trip, {
    key: `medium-down:${via}:${managerId}:${day}`,
    lane: 'replies',
    to: { personId: managerId },
    card: internalCard('page-update', null, {
      body: [
        internal`⚠️ Nothing goes out by ${mediumName(via)} just now${why}. Pages go on by other ways, and I try it on. Somebody who looks after Handrail should know.`,
      ],
    }),
  });
}
