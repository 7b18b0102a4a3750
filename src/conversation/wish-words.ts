import type { Wish } from '../check-ins/grant-wish.ts';
import { type ClockReading, momentIn } from './time-words.ts';

const dayTimes: Readonly<Record<string, string>> = {
  morning: '09:00',
  noon: '12:00',
  lunch: '12:00',
  afternoon: '14:00',
  evening: '16:30',
  day: '09:00',
};

/**
 * What somebody wants of the check-ins, read from words that are known to be about them; `leaning` decides
 * where the words leave it open.
 */
export function readWish(text: string, leaning: 'more' | 'less', reading: ClockReading): Wish {
  const said = text.toLowerCase().replaceAll('’', "'");
  return readTimed(said, reading) ?? readStop(said) ?? { kind: leaning };
}

function readTimed(said: string, reading: ClockReading): Wish | null {
  const notBefore = /\bnot (?:before|until|till) (\d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)?)/.exec(said);
  if (notBefore?.[1]) return { kind: 'not-before', time: clockOf(notBefore[1], false) };
  if (
    /\bkeep (?:it|them|on|the)?\b/.test(said) &&
    /\b(?:daily|as (?:it|they) (?:is|are)|like this|coming)\b/.test(said)
  )
    return { kind: 'keep' };
  const daily = /\b(?:every|each) (morning|noon|lunch|afternoon|evening|day)\b|\bdaily\b/.exec(
    said,
  );
  const at = /\bat (?:about |around )?(\d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)?)\b/.exec(said);
  if (daily) {
    const time = at?.[1] ? clockOf(at[1], true) : dayTimes[daily[1] ?? ''];
    if (time && (at || daily[1] !== 'day') && daily[1] !== undefined)
      return { kind: 'daily-at', time };
    return at?.[1] ? { kind: 'daily-at', time: clockOf(at[1], true) } : { kind: 'more' };
  }
  return readMoment(said, reading);
}

/** "Ask me at 4", "ask again tomorrow", "pause until Monday": one moment, not a habit. */
function readMoment(said: string, reading: ClockReading): Wish | null {
  const isAsked =
    /\b(?:ask|check|ping|remind|come back|write|message|until|till|later|again|pause|snooze)\b/.test(
      said,
    );
  const moment = isAsked ? momentIn(said, reading) : null;
  return moment && moment.at > reading.now ? { kind: 'at', at: moment.at } : null;
}

const stopWords =
  /\b(?:stop|no more(?! than)|unsubscribe|opt out|don't (?:ask|call|write|message|contact|check|ping)|do not (?:ask|call|write|message|contact|check|ping)|never|mute|turn off|switch off|disable|leave me alone|remove me|quiet|not any ?more|(?:don't|do not) need (?:you|these|this|to)|only (?:when|if|contact))\b/;

function readStop(said: string): Wish | null {
  if (/\b(?:less|fewer|so many|too many|too often|reduce)\b/.test(said)) return { kind: 'less' };
  return stopWords.test(said) ? { kind: 'stop' } : null;
}

/** "9", "9:30", "4pm" as "09:00", "09:30", "16:00"; a bare small hour is the afternoon when that is likelier. */
function clockOf(said: string, isAfternoonLikely: boolean): string {
  const [, hours = '9', minutes = '00', half] =
    /^(\d{1,2})(?:[:.](\d{2}))? ?([ap]m)?$/.exec(said.trim()) ?? [];
  const plainHour = Number(hours) % 24;
  const isAfternoon =
    half === 'pm' || (!half && isAfternoonLikely && plainHour >= 1 && plainHour <= 6);
  const hour =
    isAfternoon && plainHour < 12
      ? plainHour + 12
      : half === 'am' && plainHour === 12
        ? 0
        : plainHour;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** "Thank you, you can stop calling": content, and done with us. */
export function isContentStop(text: string): boolean {
  const said = text.toLowerCase();
  const isThanks =
    /\b(?:thank|thanks|great|all good|we're good|we are good|happy|fine now|no longer need|don't need)/.test(
      said,
    );
  return isThanks && stopWords.test(said.replace('can stop', 'stop'));
}
