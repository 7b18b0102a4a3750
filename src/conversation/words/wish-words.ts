import type { Wish } from '../../check-ins/wishes/wish.ts';
import { hour, inZone, plus } from '../../shared/time.ts';
import { foldAccents } from '../../understanding/normalise.ts';
import { saidAs, says } from '../../understanding/speech/say.ts';
import { speechOf, toldIn } from '../../understanding/speech/speech.ts';
import { momentIn } from '../../understanding/times/moment.ts';
import type { Reckoning } from '../../understanding/times/reckon.ts';
import { readSpan } from './interval.ts';
import { readRequest } from './request.ts';

export type ClockReading = Omit<Reckoning, 'tense'>;

const dayTimes: Readonly<Record<string, string>> = {
  morning: '09:00',
  noon: '12:00',
  lunch: '12:00',
  afternoon: '14:00',
  evening: '16:30',
};

/**
 * What somebody wants of the check-ins, read from words that are known to be about them; `leaning` decides
 * where the words leave it open, and is null where nothing is sure. Null where none of them speaks of how often we
 * write: what only sounds like a wish changes nothing.
 */
export function readWish(
  text: string,
  leaning: 'more' | 'less' | null,
  reading: ClockReading,
): Wish | null {
  return (
    readRhythm(text) ??
    readFewer(text) ??
    readNight(text, reading) ??
    readMoment(plainly(text), reading) ??
    readLater(text, reading) ??
    readGoOn(plainly(text)) ??
    readStop(plainly(text)) ??
    (leaning && speaksOfRhythm(text) ? { kind: leaning } : null)
  );
}

/** "Only weekly please", "stop messaging me so much": less, and not the end. */
function readFewer(text: string): Wish | null {
  if (readRequest(text)?.kind !== 'rhythm') return null;
  if (says(speechOf(text), 'weekly')) return { kind: 'weekly' };
  const atLeast = readSpan(text);
  return { kind: 'less', ...(atLeast && { atLeast }) };
}

const often =
  /\b(?:often|frequent\w*|more|less|fewer|oft|ofter|oefter|haufig\w*|haeufig\w*|selten\w*|mehr|weniger|souvent|moins|plus|menudo|frecuen\w*|mas|menos|frequen\w*|mais|again|quiet|noise)\b|頻|もっと|もう少し|多く|少なく/;

function speaksOfRhythm(text: string): boolean {
  const speech = speechOf(text);
  const isOfUs = saidAs(speech, [
    'messages',
    'askSomebody',
    'tellMe',
    'hourly',
    'weekly',
    'less',
    'stop',
  ]);
  return isOfUs.length > 0 || often.test(foldAccents(plainly(text)));
}

const clock = '(\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?)';
const notBefore = new RegExp(
  `\\b(?:not|don't|do not|never|nothing|no (?:messages?|check-?ins?|updates?))\\b[^.?!]{0,40}?\\b(?:before|until|till) ${clock}\\b`,
);
const daily = /\b(?:every|each) (morning|noon|lunch|afternoon|evening|day)\b|\bdaily\b/;
const atClock = new RegExp(`\\bat (?:about |around )?${clock}\\b`);
const onlyIn =
  /\bonly (?:ever )?in the (morning|afternoon|evening)s?\b|\b(morning|afternoon|evening)s only\b/;
const keep =
  /\bkeep (?:it|them|on|the)?\b.*\b(?:daily|as (?:it|they) (?:is|are)|like this|coming)\b|\bkeep (?:on )?(?:checking|asking|writing)\b/;

/** "Every 15 minutes would be great": how often we are to ask, whatever praise stands in it. */
export function isAboutRhythm(text: string): boolean {
  const told = toldIn(speechOf(text));
  return says(told, 'hourly') && saidAs(told, ['bad', 'stop', 'noNeed', 'less']).length === 0;
}

/** A rhythm with a time of day in it ("every morning", "not before 9", "keep it daily"); null when none is said. */
export function readRhythm(text: string): Wish | null {
  const said = plainly(text);
  const earliest = notBefore.exec(said)?.[1];
  if (earliest) return { kind: 'not-before', time: clockOf(earliest, 'morning') };
  if (keep.test(said)) return { kind: 'keep' };
  const found = daily.exec(said) ?? onlyIn.exec(said);
  if (!found) return null;
  const at = atClock.exec(said)?.[1];
  if (at) return { kind: 'daily-at', time: clockOf(at, 'day') };
  const time = dayTimes[found[1] ?? found[2] ?? ''];
  return time ? { kind: 'daily-at', time } : { kind: 'daily' };
}

function plainly(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\bdont\b/g, "don't");
}

/** "No more pings tonight": until the morning. */
function readNight(text: string, reading: ClockReading): Wish | null {
  const isQuiet =
    says(speechOf(text), ['stop', 'enough', 'noNeed', 'later']) || stopWords.test(plainly(text));
  const said = plainly(text);
  if (!isQuiet || bareHours.test(said) || !tonight.test(foldAccents(said))) return null;
  const moment = momentIn('tomorrow at 09:00', { ...reading, tense: 'future' });
  return moment && { kind: 'at', at: moment.at };
}

const tonight =
  /\b(?:tonight|for the night|during the night|heute (?:nacht|abend)|cette nuit|ce soir|esta noche|hoje a noite|esta noite)\b|今夜|夜間/;

/** "Ask me at 4", "ask again tomorrow", "pause until Monday": one moment, not a habit. */
function readMoment(said: string, reading: ClockReading): Wish | null {
  if (thatNight.test(said)) return null;
  const isAsked =
    /\b(?:ask|check|ping|remind|come back|write|message|until|till|later|again|pause|snooze)\b/.test(
      said,
    ) || says(speechOf(said), ['askSomebody', 'later', 'stop', 'messages']);
  // "Not between ten and midnight": what counts is when it is over.
  const until = laterToday(said, reading).replace(
    /\b(?:between|from) .{1,20}? (?:and|to|until|till) (?=\S)/,
    'until ',
  );
  const moment = isAsked ? momentIn(until, { ...reading, tense: 'future' }) : null;
  return moment && moment.at > reading.now ? { kind: 'at', at: moment.at } : null;
}

const bareHours =
  /\b(between|from) (\d{1,2}) (and|to|until|till) (\d{1,2})\b(?! ?(?:[ap]\.?m\b|[:.]\d|o'clock in))/;
const anotherHalf = /\b(?:morning|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/;

/** "Between 9 and 11", said at 19:20: this evening, where its end is still to come. */
function laterToday(said: string, { now, timeZone }: ClockReading): string {
  const [stretch = '', link = '', from = '', join = '', until = ''] = bareHours.exec(said) ?? [];
  const { hour: hourNow } = inZone(now, timeZone);
  const isOfEvening = Number(from) < Number(until) && Number(until) < 12 && hourNow >= 12;
  if (!stretch || !isOfEvening || anotherHalf.test(said) || Number(until) + 12 <= hourNow)
    return said;
  return said.replace(stretch, `${link} ${Number(from) + 12}:00 ${join} ${Number(until) + 12}:00`);
}

/** The night of the change, and not the one that comes next: only the plan knows when that is. */
const thatNight =
  /\b(?:until|till|before|by) (?:the|that) (?:(?:big|actual) )?(?:night|day|evening|weekend)(?: itself| of\b|$|[ ,.!](?!is|was))/;

/** "Ask me later", "not now": put off for a while, and not the end. */
export function isPutOff(text: string): boolean {
  const speech = speechOf(text);
  const isMore = says(speech, ['bad', 'good', 'stop', 'enough', 'ringMe', 'fetch', 'project']);
  return says(speech, 'later') && !isMore && speech.tokens.length <= mostPutOffWords;
}

const mostPutOffWords = 9;
const aWhile = hour;

function readLater(text: string, { now }: ClockReading): Wish | null {
  const speech = speechOf(text);
  const isBusy = says(speech, 'cannot') && says(speech, ['stop', 'askSomebody', 'messages']);
  return isPutOff(text) || isBusy ? { kind: 'at', at: plus(now, aWhile) } : null;
}

const stopWords =
  /\b(?:stop|no (?:more|further)(?! than)|unsubscribe|opt out|don't (?:ask|call|write|message|contact|check|ping)|do not (?:ask|call|write|message|contact|check|ping)|never|mute|turn off|switch off|disable|leave me alone|remove me|be quiet|quiet please|not any ?more|(?:don't|do not) need (?:you|these|this|to)|only (?:when|if|contact))\b/;

function readStop(said: string): Wish | null {
  if (/\b(?:less|fewer|so many|too many|too often|reduce)\b/.test(said)) return { kind: 'less' };
  return stopWords.test(said) || says(speechOf(said), 'stop') ? { kind: 'stop' } : null;
}

/** "Don't stop checking in": as it is. */
function readGoOn(said: string): Wish | null {
  const isRefused =
    /\b(?:don't|do not|never|no need to) (?:ever |please )?(?:stop|mute|pause|turn off|switch off)\b/;
  return isRefused.test(said) ? { kind: 'keep' } : null;
}

/** "9", "9:30", "4pm" as "09:00", "09:30", "16:00"; over the day a bare small hour is the afternoon. */
function clockOf(said: string, likely: 'morning' | 'day'): string {
  const [, hours = '9', minutes = '00', half] =
    /^(\d{1,2})(?:[:.](\d{2}))? ?([ap]m)?$/.exec(said.trim()) ?? [];
  const hour = Number(hours) % 24;
  const isSmall = !half && likely === 'day' && hour >= 1 && hour <= 6;
  const isAfternoon = (half === 'pm' || isSmall) && hour < 12;
  const isMidnight = half === 'am' && hour === 12;
  const shown = isMidnight ? 0 : hour + (isAfternoon ? 12 : 0);
  return `${String(shown).padStart(2, '0')}:${minutes}`;
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
