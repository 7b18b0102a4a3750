import { clockIn, type Period, periodIn } from '../understanding/times/period.ts';
import type { Asking, Tense } from '../understanding/times/reckon.ts';
import { matchSteps } from './step-match.ts';

/** A question that facts and the plan answer by time. `steps` are positions in the names given. */
export type TimeQuestion =
  | { readonly kind: 'steps'; readonly steps: readonly number[] }
  | { readonly kind: 'start' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'next' }
  | { readonly kind: 'on-time' }
  | { readonly kind: 'check-in' }
  | ({ readonly kind: 'happened' } & Period)
  | ({ readonly kind: 'planned' } & Period)
  | { readonly kind: 'moment'; readonly at: Date };

export interface Plan {
  readonly stepNames: readonly string[];
  readonly transitionNames: readonly string[];
}

const askWhen = /\b(when|what time|which day|what day|how long|until when|eta)\b/;
const askDone =
  /^(?:so |and |ok |hi |hello )*(?:is|are|was|were|did|has|have|do|does|will)\b|\b(how far|status of|news (?:on|about)|what about|how is|hows)\b/;
const finishing =
  /\b(over|finish\w*|done|end|ends|ended|complete\w*|eta|left|take|takes|remaining|back (?:up|in|online|to normal)|(?:can|may) (?:we|i|they|users|people|everyone))\b/;
/** About a trouble or an errand of its own, not about the plan. */
const otherErrand =
  /\b(fix\w*|resolv\w*|solv\w*|repl(?:y|ies)|call\w*|invoice\w*|ticket\w*|down|broken|meet\w*)\b/;
const onTime =
  /\b(on (?:time|track|schedule)|in time|(?:any )?delays?|delayed|(?:running|we|anything|something) late|behind(?: schedule)?|ahead of (?:time|schedule))\b/;
const next =
  /\b(what ?(?:s|is|comes|happens|will happen|are)?(?: the)?(?: coming)?(?: up)? next|next steps?|what next|then what|coming up|upcoming|and then)\b/;
const starting =
  /\b(cut ?over|go(?:ing)? ?live|switch(?:ing)?(?: ?over)?|migrat\w*|upgrade|change ?over|the window|start\w*|begin\w*|kick ?off|happen\w*)\b/;
const checkingIn =
  /\b(check ?ins?|checking in|hear from you|write (?:to us )?(?:again|next)|next message)\b/;
const asksEvents =
  /\b(what|whats|anything|something|any|news|happened?|happens|happening|catch|summar\w*|recap|missed|miss|update\w*|tell|show|status|changed?|did|plan|planned|agenda|schedule|going on|went)\b/;
const future =
  /\b(will|happens|going to happen|plan|planned|agenda|scheduled?|tomorrow|next|coming|left|remaining|remains|still to (?:come|do)|to come|to expect|should i expect|ahead|rest of|remainder of)\b/;
const past = /\b(?:did|done|was|were|went|so far|until now|yesterday|last)\b/;

/** What is known of a text besides its words: that it asks how the plan stands, or what of it is still to come. */
export type KnownSense = 'of-plan' | 'ahead';

/** What a text asks about time, or null when it is no such question. Pure: the same words at the same time mean the same. */
export function timeQuestion(
  text: string,
  plan: Plan,
  { sense, ...asking }: Asking & { readonly sense?: KnownSense | undefined },
): TimeQuestion | null {
  const said = plainWords(text);
  const isAboutTime = askWhen.test(said);
  const steps = matchSteps(said, plan.stepNames);
  const asksOfSteps = isAboutTime || askDone.test(said) || sense !== undefined;
  if (steps.length > 0 && asksOfSteps) return { kind: 'steps', steps };
  if (onTime.test(said) && (text.includes('?') || askDone.test(said))) return { kind: 'on-time' };
  if (isAboutTime && checkingIn.test(said)) return { kind: 'check-in' };
  if (isAboutTime && !otherErrand.test(said)) {
    if (finishing.test(said)) return { kind: 'finish' };
    const isStart = starting.test(said) || matchSteps(said, plan.transitionNames).length > 0;
    if (isStart) return { kind: 'start' };
  }
  const tense = tenseOf(said, sense);
  return (
    eventsQuestion(text, said, { ...asking, tense }) ?? (next.test(said) ? { kind: 'next' } : null)
  );
}

function tenseOf(said: string, sense: KnownSense | undefined): Tense {
  const isAhead = sense === 'ahead' ? !past.test(said) : future.test(said);
  return isAhead && !/\bhappened\b/.test(said) ? 'future' : 'past';
}

type Within = Asking & { readonly tense: Tense };

function eventsQuestion(
  text: string,
  said: string,
  { tense, ...asking }: Within,
): TimeQuestion | null {
  const isShort = said.split(' ').length <= 4;
  if (!asksEvents.test(said) && !(text.includes('?') && isShort)) return null;
  const period = periodIn(said, asking, tense);
  const hasSpan = period !== null && !/\b(at|around|about) \d/.test(said);
  const at = hasSpan ? null : clockIn(said, asking, tense);
  if (at) return { kind: 'moment', at };
  if (!period) return null;
  const isAhead = period.from >= asking.now || (tense === 'future' && period.until > asking.now);
  return { kind: isAhead ? 'planned' : 'happened', ...period };
}

/** Lower case, plain apostrophes gone ("what's" is "whats"), hyphens as blanks, punctuation off, one blank. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}:.\s]/gu, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
