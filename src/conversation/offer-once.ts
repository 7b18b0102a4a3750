import type { Text } from '../delivery/audience.ts';
import type { Trip } from '../shared/database.ts';
import { minute, since } from '../shared/time.ts';
import type { Ask } from './answers/ask.ts';
import { listSeenMessages } from './find-pressed-message.ts';
import { offerHuman } from './offer-human.ts';
import type { Reply } from './reply.ts';

/** A human is offered unasked at most once in so long. */
const offerEvery = 30 * minute;

/** Offers a human between people who did not ask us, unless we did so just now or somebody is being called. */
export async function offerOnce(
  trip: Trip,
  { occasion, customer, text }: Ask,
  before: Text<'shared'>,
): Promise<Reply[]> {
  const seen = await listSeenMessages(trip, occasion);
  const isRecent = seen.some(({ card, createdAt }) => {
    return (
      (card.name === 'help-offer' || card.name === 'page-receipt') &&
      since(createdAt, trip.now) < offerEvery
    );
  });
  if (isRecent) return [];
  const offer = { customerId: customer.id, words: text, before: [before] };
  const reply = await offerHuman(trip, occasion, offer);
  return [{ ...reply, isAside: true }];
}
