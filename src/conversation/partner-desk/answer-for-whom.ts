import { keptId, keptWordsFrom } from '../../partners/kept-words.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import { readBack, readStanding, readTaking } from '../words/partner-words.ts';
import { listServed } from './list-served.ts';
import type { PartnerWords } from './partner-says.ts';
import { raiseWords } from './raise-words.ts';
import { answeredBy } from './served.ts';

/** "Northwind", where it was asked for whom somebody is needed: they are called, with the words said first. Null when it is no such answer. */
export async function answerForWhom(
  trip: Trip,
  { partner, text }: PartnerWords,
): Promise<Reply[] | null> {
  const row = await trip.tx.openQuestion.findUnique({ where: { id: keptId(partner.id) } });
  if (keptWordsFrom(row, trip.now) === null) return null;
  if (readBack(text) !== null || readStanding(text) || readTaking(text)) return null;
  const about = answeredBy(text, await listServed(trip.tx, partner));
  return about.length > 0 ? raiseWords(trip, { partner, text }, { about, how: 'answered' }) : null;
}
