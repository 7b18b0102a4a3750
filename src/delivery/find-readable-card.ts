import type { Trip } from '../shared/database.ts';
import type { Card } from './card.ts';
import type { To } from './draft.ts';
import { inLanguage, isPhraseLanguage } from './in-language.ts';
import type { PhraseLanguage } from './phrases/phrase.ts';

/** The card as its reader is to read it: in the language of the customer, when a customer reads it. */
export async function findReadableCard(trip: Trip, to: To, card: Card): Promise<Card> {
  const language = await findReaderLanguage(trip, to, card);
  return language ? inLanguage(card, language) : card;
}

/** The customer's language where one of theirs reads; null for the vendor's own people, and for English. */
export async function findReaderLanguage(
  { tx }: Pick<Trip, 'tx'>,
  to: To,
  { audience, customerId }: Pick<Card, 'audience' | 'customerId'>,
): Promise<PhraseLanguage | null> {
  if (audience !== 'shared' || customerId === null) return null;
  const customer = await tx.customer.findUnique({
    where: { id: customerId },
    select: { language: true },
  });
  if (!customer || !isPhraseLanguage(customer.language)) return null;
  if ('placeId' in to) return customer.language;
  const reader = await tx.person.findUnique({
    where: { id: to.personId },
    select: { side: true },
  });
  return reader?.side === 'customer' ? customer.language : null;
}
