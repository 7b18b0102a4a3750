import { getCustomer } from '../../customers/find-customer.ts';
import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { publishNote } from '../../timeline/publish-note.ts';
import { note, type Reply } from '../replies/reply.ts';
import { tellPublished } from '../vendor-desk/tell-published.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Share it": the note that was shown becomes readable for the customer. */
export async function shareNote(
  trip: Trip,
  { turn, subject, customerId }: CheckedPress,
): Promise<Reply[]> {
  const customer = await getCustomer(trip.tx, customerId);
  const published = await publishNote(trip, subject, turn.actor?.id ?? '');
  if (published.outcome !== 'published') {
    return [note(customerId, internal`${customer.name} can read that already.`)];
  }
  return [
    await tellPublished(trip, customer, { text: published.text, byId: turn.actor?.id ?? '' }),
  ];
}
