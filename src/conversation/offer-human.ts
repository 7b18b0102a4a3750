import { shared, type Text } from '../delivery/audience.ts';
import { sharedCard } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';
import { personFoot } from '../situation/text.ts';
import { type Occasion, offerIdOf } from './occasion.ts';
import type { Reply } from './reply.ts';

/** How long "Shall I get someone now?" can be answered with a bare yes. */
export const offerHolds = 12 * hour;

export interface Offer {
  readonly customerId: string;
  /** What the human would be told, in the customer's own words. */
  readonly words: string;
  /** What is said before the question. */
  readonly before: readonly Text<'shared'>[];
}

/** Offers a human, and remembers the words, so that nobody has to say them again after "yes". */
export async function offerHuman(trip: Trip, occasion: Occasion, offer: Offer): Promise<Reply> {
  const id = offerIdOf(occasion);
  const row = {
    customerId: offer.customerId,
    kind: 'help-offer',
    data: { words: offer.words },
    askedAt: trip.now,
    expiresAt: plus(trip.now, offerHolds),
  };
  await trip.tx.openQuestion.upsert({ where: { id }, create: { id, ...row }, update: row });
  const card = sharedCard('help-offer', offer.customerId, {
    body: [...offer.before, shared`Shall I get someone now?`],
    actions: [
      { id: 'page.raise', label: 'Yes', subject: offer.customerId, style: 'primary' },
      { id: 'page.decline', label: 'No', subject: offer.customerId },
    ],
    foot: personFoot,
  });
  return { card };
}
