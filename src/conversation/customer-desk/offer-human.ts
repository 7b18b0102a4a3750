import { shared, type Text } from '../../delivery/audience.ts';
import { sharedCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { personAction, personFoot } from '../../situation/text.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { isOfferRefused } from './worries/is-offer-refused.ts';
import { keepWorry } from './worries/keep-worry.ts';

export interface Offer {
  readonly customerId: string;
  /** What the human would be told, in the customer's own words; null while nothing has been said. */
  readonly words: string | null;
  /** What is said before the question. */
  readonly before: readonly Text<'shared'>[];
  /** They asked for somebody just now, whatever they answered before. */
  readonly isCalledFor?: true;
}

/**
 * Offers a human, and keeps the words, so that nobody has to say them again after "yes". Whoever said of the same trouble
 * that it can wait is not asked again: the way to a person stands below, and that is all.
 */
export async function offerHuman(trip: Trip, turn: Turn, offer: Offer): Promise<Reply> {
  const { customerId, words, before } = offer;
  if (!offer.isCalledFor && (await isOfferRefused(trip, turn))) {
    await keepWorry(trip, turn, { customerId, words });
    const actions = [personAction(customerId)];
    return { card: sharedCard('answer', customerId, { body: before, actions, foot: personFoot }) };
  }
  await keepWorry(trip, turn, { customerId, words, isOffered: true });
  const card = sharedCard('help-offer', customerId, {
    body: [...before, shared`Shall I get someone now?`],
    actions: [
      { id: 'page.raise', label: 'Yes', subject: customerId, style: 'primary' },
      { id: 'page.decline', label: 'No', subject: customerId },
    ],
    foot: personFoot,
  });
  return { card };
}
