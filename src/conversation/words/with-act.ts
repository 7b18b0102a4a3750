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

/** Acts that may be done in an emergency, or are one. */
const mayBeUrgent: readonly Act[] = [
  'human',
  'trouble',
  'whohasit',
  'expert',
  'worried',
  'complaint',
  'manager',
  'other',
];

/**
 * A reading set right by what the message does, where that is clear. Nothing is taken for an emergency that surely is
 * something else, but a person is offered: a trouble may stand beside it.
 */
export function withAct(read: Understanding, { act, confidence }: ReadAct): Understanding {
  if (read.urgent) {
    const isOther = confidence >= sureness.toCalm && !mayBeUrgent.includes(act);
    return isOther ? { ...read, urgent: false, offer: true, intent: intentOf[act] } : read;
  }
  if (confidence < sureness.ofAct) return read;
  return { ...read, intent: intentOf[act], confidence: Math.max(confidence, read.confidence) };
}
