import { shared, type Text } from '../../delivery/audience.ts';
import { sharedCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { personFoot } from '../../situation/text.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { keepWorry } from './worries/keep-worry.ts';

export interface Offer {
  readonly customerId: string;
  /** What the human would be told, in the customer's own words; null while nothing has been said. */
  readonly words: string | null;
  /** What is said before the question. */
  readonly before: readonly Text<'shared'>[];
}

/** Offers a human, and keeps the words, so that nobody has to say them again after "yes". */
export async function offerHuman(trip: Trip, turn: Turn, offer: Offer): Promise<Reply> {
  const { customerId, words, before } = offer;
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
