import { shared, words } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { plus } from '../../shared/time.ts';
import { openly } from '../../timeline/event.ts';
import type { Reply } from '../replies/reply.ts';
import { keptFor, keptId, keptKind, keptWordsFrom } from './kept-words.ts';
import { listServed } from './list-served.ts';
import type { PartnerWords } from './partner-says.ts';
import { raiseWords } from './raise-words.ts';
import { said } from './said.ts';
import { namedBy, type Served } from './served.ts';

/** Urgent words call somebody at once. Where they could be about several customers they are kept until it is said for whom. */
export async function callSomebody(trip: Trip, { partner, text }: PartnerWords): Promise<Reply[]> {
  const served = await listServed(trip.tx, partner);
  const named = namedBy(text, served);
  const about = named.length > 0 ? named : served;
  if (about.length === 0) return [said(null, shared`I can't help with that here.`)];
  if (named.length === 0 && about.length > 1)
    return [await askForWhom(trip, { partner, text }, served)];
  return raiseWords(trip, { partner, text }, about);
}

async function askForWhom(
  { tx, now }: Trip,
  { partner, text }: PartnerWords,
  served: readonly Served[],
): Promise<Reply> {
  const id = keptId(partner.id);
  const kept = keptWordsFrom(await tx.openQuestion.findUnique({ where: { id } }), now);
  const row = {
    customerId: null,
    kind: keptKind,
    data: { words: kept === null ? text : `${kept}\n${text}` },
    askedAt: now,
    expiresAt: plus(now, keptFor),
  };
  await tx.openQuestion.upsert({ where: { id }, create: { id, ...row }, update: row });
  const names = served.map(({ name }) => shared`${words(openly(name))}`);
  return said(
    null,
    shared`For whom is that? Their name is enough, and I get somebody with what you wrote:`,
    ...names,
  );
}
