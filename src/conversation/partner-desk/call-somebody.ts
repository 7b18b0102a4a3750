import { shared, words } from '../../delivery/audience.ts';
import { callForPartner } from '../../partners/call-for-partner.ts';
import { findStillCalled } from '../../partners/find-still-called.ts';
import {
  answeredWithin,
  keptFor,
  keptId,
  keptKind,
  keptWordsFrom,
} from '../../partners/kept-words.ts';
import type { Trip } from '../../shared/database.ts';
import { earliest, plus } from '../../shared/time.ts';
import { openly } from '../../timeline/event.ts';
import type { Reply } from '../replies/reply.ts';
import { listServed } from './list-served.ts';
import type { PartnerWords } from './partner-says.ts';
import { raiseWords } from './raise-words.ts';
import { said } from './said.ts';
import { namedBy, type Served } from './served.ts';

/**
 * Urgent words call somebody at once. Where they could be about several customers it is asked for whom, and somebody is
 * called within minutes, answered or not.
 */
export async function callSomebody(trip: Trip, { partner, text }: PartnerWords): Promise<Reply[]> {
  const served = await listServed(trip.tx, partner);
  const named = namedBy(text, served);
  const about = named.length > 0 ? named : served;
  if (about.length === 0) return [said(null, shared`I can't help with that here.`)];
  if (named.length === 0 && about.length > 1)
    return [await askForWhom(trip, { partner, text }, served)];
  return raiseWords(trip, { partner, text }, { about, how: 'named' });
}

/** What is said again meanwhile joins the words, and puts nothing off; where somebody is called already they read it at once. */
async function askForWhom(
  trip: Trip,
  { partner, text }: PartnerWords,
  served: readonly Served[],
): Promise<Reply> {
  const { tx, now } = trip;
  const id = keptId(partner.id);
  const before = await tx.openQuestion.findUnique({ where: { id } });
  const kept = keptWordsFrom(before, now);
  const calledFor = kept && (await findStillCalled(trip, kept));
  if (calledFor !== null)
    await callForPartner(trip, { partnerId: partner.id, customerId: calledFor, words: text });
  const data = {
    personId: partner.id,
    words: kept === null ? text : `${kept.words}\n${text}`,
    about: served.map(one => one.id),
    calledFor,
  };
  const row = {
    customerId: null,
    kind: keptKind,
    data,
    askedAt: now,
    expiresAt: plus(now, keptFor),
    dueAt: calledFor === null ? earliest([before?.dueAt, plus(now, answeredWithin)]) : null,
  };
  await tx.openQuestion.upsert({ where: { id }, create: { id, ...row }, update: row });
  const names = served.map(({ name }) => shared`${words(openly(name))}`);
  return said(
    null,
    shared`For whom is that? Their name is enough, and I get somebody with what you wrote:`,
    ...names,
    calledFor === null
      ? shared`Without a name I get somebody in three minutes all the same. Not needed after all? "Call it off" is enough.`
      : shared`Somebody is called already, and reads this too.`,
  );
}
