import { nextWordPolicy } from '../../../paging/page/next-word.ts';
import { hour, minute, plus, since } from '../../../shared/time.ts';
import { momentIn } from '../../../understanding/times/moment.ts';

/** Whose clock a time is meant on, and when it was said. */
export interface SaidAt {
  readonly now: Date;
  readonly timeZone: string;
}

/** What was said besides when there is word next, and when that is; null where nobody said. */
export interface WithNextWord {
  readonly rest: string;
  readonly at: Date | null;
}

const announced =
  /(?:^|[\s,;.·–-]+)next(?:\s+(?:word|update|news))?(?:\s+(?:at|in|by))?\s*:?\s+(\S.*)$/i;

/** "restarting the queue, next at 22:00" as what it says and when there is word next. */
export function splitNextWord(said: string, asking: SaidAt): WithNextWord {
  const found = announced.exec(said);
  const at = found?.[1] ? nextWordIn(found[1], asking) : null;
  if (!found || !at) return { rest: said.trim(), at: null };
  return { rest: said.slice(0, found.index).trim(), at };
}

/** "22:00", "in 20 minutes", "20m", "30" as a moment that can be promised; null when it is none, or too far off. */
export function nextWordIn(said: string, asking: SaidAt): Date | null {
  const text = said.trim().replace(/[.!]$/, '');
  const at = spanIn(text, asking) ?? clockIn(text, asking);
  if (!at) return null;
  const { leastMinutes, mostMinutes } = nextWordPolicy;
  const ahead = since(asking.now, at);
  return ahead >= leastMinutes * minute && ahead <= mostMinutes * minute ? at : null;
}

/** A bare number is minutes: that is what is asked for. */
const span = /^(?:in\s+)?(\d{1,3})\s*(m|min|mins|minutes?|h|hrs?|hours?)?$/i;

function spanIn(text: string, { now }: SaidAt): Date | null {
  const [, count, unit = 'm'] = span.exec(text) ?? [];
  if (!count) return null;
  return plus(now, Number(count) * (/^h/i.test(unit) ? hour : minute));
}

function clockIn(text: string, asking: SaidAt): Date | null {
  const moment = momentIn(text, { ...asking, tense: 'future', defaultTime: '09:00' });
  return moment?.rest === '' && moment.hasTime && !moment.doubt ? moment.at : null;
}
