import { findSharedPage } from '../../paging/page/find-shared-page.ts';
import type { Trip } from '../../shared/database.ts';
import { type ReadAct, sureOfOne } from '../../understanding/acts/read-act.ts';
import type { Intent } from '../../understanding/intent.ts';
import { saidAs } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';
import type { Reply } from '../replies/reply.ts';
import { isQuestion } from '../words/question-words.ts';
import { sureness } from '../words/sureness.ts';
import type { Ask } from './answers/ask.ts';
import { getHuman } from './get-human.ts';
import { intentKinds } from './intent-kind.ts';

/** Trouble; and where we are spoken to, whatever is told and not understood: "it is the tills in Leeds". */
function isForPage({ turn, text, act, understanding: { intent, confidence } }: Ask): boolean {
  if (intentKinds[intent] === 'trouble') return true;
  if (ofMoney.includes(intent) && !isOfMoney(act)) return true;
  const isVague = confidence < sureness.toAnswer || intent === 'status' || intent === 'next';
  return turn.isAddressed && isVague && isTold(text);
}

const ofMoney: readonly Intent[] = ['billing', 'purchase'];

/** Surely about a price or a bill; "our payment run goes out at eight" is what the trouble threatens. */
function isOfMoney(act: ReadAct | null): boolean {
  return act === null || sureOfOne(act, ['sales', 'bill']) >= sureness.ofAct;
}

/** A sentence that asks for nothing. */
export function isTold(text: string): boolean {
  const speech = speechOf(text);
  const asks = [
    'askWord',
    'howIsIt',
    'tellMe',
    'messages',
    'thanks',
    'pastime',
    'stillAlone',
    'andThen',
    'whoAlone',
  ] as const;
  return !isQuestion(text) && speech.tokens.length >= 4 && saidAs(speech, asks).length === 0;
}

/**
 * Trouble told while somebody is being called, or has the page, is for them: nobody is offered a person who
 * is coming already. Between people it is added without a word. Null when there is nothing to add to.
 */
export async function addToOpenPage(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { turn, customer, text } = ask;
  if (!isForPage(ask)) return null;
  if (!(await findSharedPage(trip.tx, customer.id))) return null;
  const how = turn.isAddressed ? 'asked' : 'overheard';
  const replies = await getHuman(trip, turn, { customer, words: text, how });
  return turn.isAddressed ? replies : [];
}
