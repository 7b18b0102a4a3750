import { getCustomer } from '../../customers/find-customer.ts';
import { internal } from '../../delivery/audience.ts';
import { shareResolution } from '../../paging/share-resolution.ts';
import type { Trip } from '../../shared/database.ts';
import { notifyAskers } from '../../situation/notify-askers.ts';
import { note, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Tell them too": the note with which a page was resolved becomes the customer's to read. */
export async function shareNoteOfPage(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { turn, subject: pageId, customerId } = press;
  const { name } = await getCustomer(trip.tx, customerId);
  const outcome = await shareResolution(trip, { pageId, personId: turn.actor?.id ?? '' });
  switch (outcome) {
    case 'shared':
      await notifyAskers(trip, customerId);
      return [note(customerId, internal`${name} reads your note now.`)];
    case 'already':
      return [note(customerId, internal`${name} can read that already.`)];
    case 'nothing':
      return [
        note(
          customerId,
          internal`There is no note to share: the page is open again, or ${name} knows nothing of it.`,
        ),
      ];
  }
}
