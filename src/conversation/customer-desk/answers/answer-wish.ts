import { beginAgain } from '../../../check-ins/wishes/begin-again.ts';
import { grantWish } from '../../../check-ins/wishes/grant-wish.ts';
import { mayDo } from '../../../customers/permission.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { says } from '../../../understanding/speech/say.ts';
import { speechOf } from '../../../understanding/speech/speech.ts';
import { actorOf, placeCustomerOf, zoneOf } from '../../arrival/turn.ts';
import { answer, type Reply, refusal } from '../../replies/reply.ts';
import { isNoWish, leaningOf, wishByAct } from '../../words/act-wish.ts';
import { sureness } from '../../words/sureness.ts';
import { readWish } from '../../words/wish-words.ts';
import { offerHuman } from '../offer-human.ts';
import { answerHelp } from './answer-help.ts';
import type { Ask } from './ask.ts';
import { askBack } from './ask-back.ts';
import { askRhythm } from './ask-rhythm.ts';

/** "Less", "more", "every morning", "not before 9", "stop": the customer sets its own rhythm. */
export async function answerWish(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, person, turn, text, understanding } = ask;
  const about = {
    customerId: customer.id,
    managerId: customer.managerId,
    placeCustomerId: placeCustomerOf(turn)?.id ?? null,
  };
  if (!person || !mayDo('ask.wish', actorOf(turn), about)) return [refusal()];
  const leaning = leaningOf(understanding.intent, ask.act);
  const reading = { now: trip.now, timeZone: zoneOf(turn), defaultTime: '09:00' };
  // Stopping asks, where things have settled, whether this is the end: granting it does so.
  const read = readWish(text, leaning, reading);
  const isSure = ask.act !== null && ask.act.confidence >= sureness.toTryAct;
  const wish = isSure ? wishByAct(ask.act, { read, text, reading }) : read;
  if (wish?.kind === 'stop' && says(speechOf(text), 'halt')) return answerHelp(trip, ask);
  if (ask.act && isNoWish(ask.act)) return askBack(trip, ask);
  if (!wish) return askRhythm(trip, ask);
  const customerId = customer.id;
  const begun = await beginAgain(trip, { customerId, personId: person.id, wish, words: text });
  if (begun) {
    const before = [shared`${begun}`];
    return [await offerHuman(trip, turn, { customerId, words: text, before })];
  }
  const said = await grantWish(trip, { customerId, personId: person.id, wish, words: text });
  return [answer(customerId, shared`${said}`)];
}
