import type { Act } from '../../understanding/acts/act.ts';
import type { ReadAct } from '../../understanding/acts/read-act.ts';
import type { Intent } from '../../understanding/intent.ts';
import type { Understanding } from '../../understanding/understand.ts';
import { sureness } from './sureness.ts';

/** What an act is to everything that goes by intents. */
const intentOf: Readonly<Record<Act, Intent>> = {
  status: 'status',
  punctual: 'status',
  finish: 'status',
  plan: 'next',
  who: 'who',
  whohasit: 'status',
  human: 'help',
  trouble: 'help',
  nohuman: 'other',
  over: 'resolved',
  callback: 'planning',
  notice: 'more',
  whom: 'stop',
  putoff: 'stop',
  less: 'stop',
  more: 'more',
  stop: 'stop',
  good: 'thanks',
  soso: 'other',
  worried: 'worried',
  thanks: 'thanks',
  colleague: 'other',
  expert: 'planning',
  errand: 'planning',
  complaint: 'complaint',
  manager: 'complaint',
  sales: 'purchase',
  bill: 'billing',
  promise: 'commitment',
  bot: 'smalltalk',
  readers: 'smalltalk',
  memory: 'smalltalk',
  forget: 'smalltalk',
  smalltalk: 'smalltalk',
  other: 'other',
};

/** Acts in which no emergency is told, whatever it sounds like: what is said of nobody being called, of whom to ask, and when. */
const calm: readonly Act[] = ['nohuman', 'smalltalk', 'whom', 'putoff'];

/** Acts that are doubted where something sounds like trouble. */
const light: readonly Act[] = ['good', 'soso', 'thanks', 'smalltalk', 'colleague', 'over'];

/** An act as far as it is believed beside what the message sounds like: trouble is not talked away. */
export function asBelieved(act: ReadAct, read: Understanding): ReadAct {
  const isWeaker = read.confidence > act.confidence;
  const isDoubted =
    (isWeaker && (read.intent === 'help' || isTurnedRound(act.act, read.intent))) ||
    (read.offer && light.includes(act.act) && act.confidence < sureness.toCalm);
  return isDoubted ? { ...act, confidence: Math.min(act.confidence, sureness.doubted) } : act;
}

/** "A bit less often": more and less are told apart by the surer of the two. */
function isTurnedRound(act: Act, intent: Intent): boolean {
  return act === 'more' ? intent === 'stop' : intent === 'more' && forFewer.includes(act);
}

const forFewer: readonly Act[] = ['less', 'stop', 'whom'];

/**
 * A reading set right by what the message does, where that is clear. Nothing is taken for an emergency that surely is
 * something else, but a person is offered: a trouble may stand beside it.
 */
export function withAct(read: Understanding, { act, confidence }: ReadAct): Understanding {
  if (read.urgent) {
    const isOther = confidence >= sureness.toCalm && calm.includes(act);
    return isOther ? { ...read, urgent: false, offer: true, intent: intentOf[act] } : read;
  }
  if (confidence < sureness.ofAct) return read;
  return { ...read, intent: intentOf[act], confidence: Math.max(confidence, read.confidence) };
}
