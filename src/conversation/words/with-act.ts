import type { Act } from '../../understanding/acts/act.ts';
import { type ReadAct, sureOfOne } from '../../understanding/acts/read-act.ts';
import type { Intent } from '../../understanding/intent.ts';
import type { Understanding } from '../../understanding/understand.ts';
import { burdens } from './act-mood.ts';
import { readOutcome } from './outcome-words.ts';
import { sureness } from './sureness.ts';
import { tellsInPassing } from './told-in-passing.ts';

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

/** Acts in which no emergency is told, whatever it sounds like: nobody is to be called, or it is none of ours. */
const calm: readonly Act[] = ['nohuman', 'smalltalk'];

/** Acts that are doubted where something sounds like trouble. */
const light: readonly Act[] = ['good', 'soso', 'thanks', 'smalltalk', 'colleague', 'over'];

/** Acts that may stand beside any trouble: somebody is wanted for it, or it is told. */
const besideTrouble: readonly Act[] = ['human', 'trouble', 'manager', 'callback', 'expert'];

/** Acts that change what we send, or go over somebody's head: they must be surer than others. */
const weighty: readonly Act[] = ['less', 'more', 'stop', 'manager'];

/** Acts that ask how the plan stands. */
export const ofPlan: readonly Act[] = ['status', 'punctual', 'finish', 'plan'];

/** Acts that are answered alike: one of them is as sure as they are together. */
const kin: readonly (readonly Act[])[] = [ofPlan, ['who', 'whohasit']];

function withKin(read: ReadAct): ReadAct {
  const alike = kin.find(each => each.includes(read.act));
  return alike ? { ...read, confidence: sureOfOne(read, alike) } : read;
}

/** An act as far as it is believed beside what the message sounds like: trouble is not talked away. */
export function asBelieved(heard: ReadAct, read: Understanding, text: string): ReadAct {
  const act = withKin(heard);
  return isDoubted(act, read, text)
    ? { ...act, confidence: Math.min(act.confidence, sureness.doubted) }
    : act;
}

function isDoubted({ act, confidence }: ReadAct, read: Understanding, text: string): boolean {
  const isWeaker = read.confidence > confidence;
  const isTrouble = read.intent === 'help' || read.offer;
  if (isWeaker && read.intent === 'help' && !besideTrouble.includes(act)) return true;
  if (isWeaker && isTurnedRound(act, read.intent)) return true;
  if (isTrouble && light.includes(act) && confidence < sureness.toCalm) return true;
  if (weighty.includes(act) && confidence < sureness.toChange) return true;
  if (act === 'memory' && !ofThem.test(text)) return true;
  return act === 'trouble' && !isTrouble && confidence < sureness.toCalm && soundsOver(read, text);
}

/** "It went through, looks like it's sorted itself". */
function soundsOver({ intent }: Understanding, text: string): boolean {
  const outcome = readOutcome(text);
  return outcome === 'solved' || (intent === 'resolved' && outcome !== 'unsolved');
}

/** What we keep of somebody is asked with a word for them; "what happened yesterday?" is about the work. */
const ofThem =
  /\b(?:i|i['’]\w+|me|my|mine|us|our|we|ich|mich|mir|mein\w*|uns|unser\w*|moi|me|m['’]\w+|mes|mon|ma|j['’]\w+|je|nous|mí|mi|mis|yo|nosotros|eu|meus?|minhas?|mim|nós|io|mio|mia|ik|mij|mijn|ons)\b|私|僕|俺|わたし|こちら/iu;

/** "A bit less often": more and less are told apart by the surer of the two. */
function isTurnedRound(act: Act, intent: Intent): boolean {
  return act === 'more' ? intent === 'stop' : intent === 'more' && forFewer.includes(act);
}

const forFewer: readonly Act[] = ['less', 'stop', 'whom'];

/** "Nothing's on fire, nobody's crying": what sounds like a worry, in words that hardly are one, is asked about. */
function isNoWorry({ intent }: Understanding, heard: ReadAct): boolean {
  return intent === 'worried' && sureOfOne(heard, burdens) < sureness.doubted;
}

/**
 * A reading set right by what the message does, where that is clear. Nothing is taken for an emergency that surely is
 * something else, but a person is offered: a trouble may stand beside it. What surely is trouble is an emergency where
 * one thought of it is.
 */
export function withAct(read: Understanding, heard: ReadAct, text: string): Understanding {
  const { act, confidence } = heard;
  if (read.urgent) {
    const isOther = confidence >= sureness.toCalm && calm.includes(act);
    return isOther ? { ...read, urgent: false, offer: true, intent: intentOf[act] } : read;
  }
  if (act === 'trouble' && confidence >= sureness.toCalm && tellsInPassing(text))
    return { ...read, intent: 'help', urgent: true, offer: true, sentiment: -1, confidence };
  if (confidence < sureness.ofAct)
    return isNoWorry(read, heard) ? { ...read, confidence: 0 } : read;
  return { ...read, intent: intentOf[act], confidence: Math.max(confidence, read.confidence) };
}
