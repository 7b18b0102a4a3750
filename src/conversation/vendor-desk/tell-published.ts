import type { Customer } from '../../customers/customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { internal } from '../../delivery/audience.ts';
import { keepWord } from '../../paging/keep-word.ts';
import type { Trip } from '../../shared/database.ts';
import { notifyAskers } from '../../situation/notify-askers.ts';
import { tellNews } from '../../situation/tell-news.ts';
import { note, type Reply } from '../replies/reply.ts';

export interface Published {
  readonly text: string;
  /** Who published it. */
  readonly byId: string;
}

/** Tells the customer what was just published, and whoever published it where that can be read now. */
export async function tellPublished(
  trip: Trip,
  customer: Pick<Customer, 'id' | 'name' | 'leaderId'>,
  { text, byId }: Published,
): Promise<Reply> {
  const placeId = await tellNews(trip, customer.id);
  if (placeId) await keepWord(trip, { customerId: customer.id, personId: byId });
  await notifyAskers(trip, customer.id, placeId);
  if (!placeId)
    return note(
      customer.id,
      internal`${customer.name} reads this when it asks; no place of theirs takes it unasked: ${text}`,
    );
  const reader = (await findPerson(trip.tx, customer.leaderId))?.name ?? customer.name;
  return note(
    customer.id,
    internal`Posted in ${customer.name}'s own place, where ${reader} reads it: ${text}`,
  );
}
