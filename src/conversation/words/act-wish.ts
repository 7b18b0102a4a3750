import { isForMore, type Wish } from '../../check-ins/wishes/wish.ts';
import { hour, plus } from '../../shared/time.ts';
import type { Act } from '../../understanding/acts/act.ts';
import { type ReadAct, sureOfOne } from '../../understanding/acts/read-act.ts';
import type { Intent } from '../../understanding/intent.ts';
import { momentIn } from '../../understanding/times/moment.ts';
import { readSpan } from './interval.ts';
import { sureness } from './sureness.ts';
import { type ClockReading, isAboutRhythm } from './wish-words.ts';

/** What the words themselves were read as, and the words. */
interface Heard {
  readonly read: Wish | null;
  readonly text: string;
  readonly reading: ClockReading;
}

/** Acts that are about our messages. */
const wishes: readonly Act[] = [
  'putoff',
  'more',
  'less',
  'stop',
  'whom',
  'notice',
  'other',
  'good',
  'soso',
];

/** Is it sure that these words wish for nothing, though a turn of phrase seems to? */
export function isNoWish({ act, confidence }: ReadAct): boolean {
  return confidence >= sureness.toTryAct && !wishes.includes(act);
}

/** "Bin the hourly nagging": a rhythm is named, and fewer messages are likely wished for. */
export function isForFewer(act: ReadAct | null): boolean {
  return act !== null && sureOfOne(act, ['less', 'stop']) >= sureness.toTryAct;
}

/** Which way words lean that only speak of our messages: "the times in your messages are wrong" leans nowhere. */
export function leaningOf(intent: Intent, act: ReadAct | null): 'more' | 'less' | null {
  const leaning = intent === 'more' ? 'more' : 'less';
  if (!act) return leaning;
  return sureOfOne(act, leanings[leaning]) >= sureness.toCalm ? leaning : null;
}

const leanings = { more: ['more'], less: ['less', 'stop', 'putoff'] } as const;

/** What is wished of the check-ins, where the act is known: it settles what the words leave open or seem to turn round. */
export function wishByAct(
  { act, confidence }: ReadAct,
  { read, text, reading }: Heard,
): Wish | null {
  switch (act) {
    case 'putoff':
      return read && !isOfHowOften(read) ? read : { kind: 'at', at: laterIn(text, reading) };
    case 'more':
      return read && isForMore(read) && read.kind !== 'at' ? read : { kind: 'more' };
    case 'less':
      if (isAboutRhythm(text)) return confidence >= sureness.toCalm ? lessBy(text) : null;
      if (read?.kind === 'at' && confidence >= sureness.toCalm) return lessBy(text);
      return read && read.kind !== 'stop' && read.kind !== 'more' ? read : lessBy(text);
    case 'stop':
      return read ?? { kind: 'stop' };
    default:
      return read;
  }
}

/** Less, and so far apart where the words say how far: "one an hour, no more". */
function lessBy(text: string): Wish {
  const atLeast = readSpan(text);
  return { kind: 'less', ...(atLeast && { atLeast }) };
}

function isOfHowOften({ kind }: Wish): boolean {
  return kind === 'stop' || kind === 'less' || kind === 'more' || kind === 'keep';
}

/** The moment that is named, an hour from now where none is. */
function laterIn(text: string, reading: ClockReading): Date {
  const moment = momentIn(text, { ...reading, tense: 'future' });
  return moment && moment.at > reading.now ? moment.at : plus(reading.now, hour);
}
