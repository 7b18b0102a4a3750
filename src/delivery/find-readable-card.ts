import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import type { Card } from './card.ts';
import type { Draft } from './draft.ts';
import { inEnglish, inLanguage } from './in-language.ts';
import { isPhraseLanguage, type PhraseLanguage } from './phrases/phrase.ts';

/** The card as its reader is to read it: wholly in their language where all of it has words in it, else in English. */
export function readableCard(card: Card, language: string | null): Card {
  const english = inEnglish(card);
  if (!isPhraseLanguage(language)) return english;
  return inLanguage(english, language) ?? english;
}

type About = Pick<Card, 'audience' | 'customerId'>;

const readerRow = z.object({ side: z.string(), language: z.string().nullable() }).nullable();

const languages = statement(
  'reader-language',
  `SELECT c.language, c."heardLanguage", (SELECT json_build_object('audience', p.audience, 'language', p.language) FROM place p WHERE p.id = $2) AS place,
     (SELECT json_build_object('side', r.side, 'language', coalesce(r."heardLanguage", r.language))
        FROM person r WHERE r.id = $3) AS reader
   FROM customer c WHERE c.id = $1`,
  z.object({
    language: z.string().nullable(),
    heardLanguage: z.string().nullable(),
    place: z.object({ audience: z.string(), language: z.string().nullable() }).nullable(),
    reader: readerRow,
  }),
);

/** What the setup says of somebody whom we write to, call or mail. */
const ownLanguage = statement(
  'own-language',
  'SELECT language FROM person WHERE id = $1',
  z.object({ language: z.string().nullable() }),
);

/** What a partner's person writes in, or the setup says of them; nothing of anybody else. */
const partnerLanguage = statement(
  'partner-language',
  `SELECT coalesce("heardLanguage", language) AS language FROM person WHERE id = $1 AND side = 'partner'`,
  z.object({ language: z.string().nullable() }),
);

/** Read by a person, and not by another service first. */
const readByPeople = ['sms', 'voice', 'email', 'push'];

/**
 * The language in which a message is said: that of the person it answers or is written to, as they last clearly wrote
 * or the setup says; in a place, unasked, the place's, then the customer's. A partner's person reads their own. The vendor's own people are written to in
 * English in chat, where they work in it, and outside chat in the language the setup gives them: at night one reads one's
 * own. Null for English.
 */
export async function findReaderLanguage(
  trip: Trip,
  { to, card, via, forId = null }: Pick<Draft, 'to' | 'forId' | 'via'> & { readonly card: About },
): Promise<PhraseLanguage | null> {
  const { audience, customerId } = card;
  if (via !== undefined && readByPeople.includes(via) && 'personId' in to) {
    const [reader] = await trip.run(ownLanguage, [to.personId]);
    return isPhraseLanguage(reader?.language) ? reader.language : null;
  }
  if (audience !== 'shared') return null;
  if ('personId' in to) {
    const [partner] = await trip.run(partnerLanguage, [to.personId]);
    if (partner) return isPhraseLanguage(partner.language) ? partner.language : null;
  }
  if (customerId === null) return null;
  const placeId = 'placeId' in to ? to.placeId : null;
  const readerId = 'personId' in to ? to.personId : forId;
  const [found] = await trip.run(languages, [customerId, placeId, readerId]);
  if (!found) return null;
  const { reader, place, language, heardLanguage } = found;
  const isOurs = reader !== null && reader.side !== 'customer';
  if (place?.audience === 'internal' || (isOurs && !place)) return null;
  const own = isOurs ? null : reader?.language;
  const wanted = own ?? place?.language ?? language ?? heardLanguage;
  return isPhraseLanguage(wanted) ? wanted : null;
}
