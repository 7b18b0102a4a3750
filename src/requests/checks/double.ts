import { dateIn, day, since } from '../../shared/time.ts';
import { type Check, customersWords, isSameDoer } from '../around.ts';
import { isRecurring } from '../free.ts';
import type { CustomersWork } from '../service-request.ts';
import { isNumberedOtherwise, isWithin, likeness, plainOf, termsOf, wordsOf } from '../terms.ts';
import { workingSpan } from '../working-span.ts';

/** Longer ago than this it is work that comes again, not a line written twice: whoever forgets a line on Thursday writes it on Monday. */
const reach = 4 * day;
/** Shorter texts that are alike may differ in the one word that matters: the printer at reception, the printer at packing. */
const telling = 7;
/** Not the one that was done before, but one more of its kind. */
const another =
  /\b(?:2nd|second|3rd|third|4th|fourth|another|further|(?:zweit|dritt|viert|weiter)e[rnms]?)\b/;
const regular = /\b(?:daily|every|each|morning|weekly|monthly|nightly|round)\b/i;

/** The same work twice, also in other words or by another name; two people on one job are not. The later line says so. */
export const double: Check = (work, around) => {
  if (work.reopens !== undefined) return null;
  const first = around.others.find(
    other =>
      isEarlier(other, work) &&
      isSameDoer(work, other, around) &&
      isSameWork(work, other, around.ordinary.timeZone),
  );
  return first
    ? `It looks like ${first.externalId} ("${first.title}"), written a second time.`
    : null;
};

function isEarlier(other: CustomersWork, work: CustomersWork): boolean {
  const gap = since(other.closedAt, work.closedAt);
  return gap > 0 || (gap === 0 && other.externalId < work.externalId);
}

function isSameWork(work: CustomersWork, other: CustomersWork, timeZone: string): boolean {
  if (since(other.closedAt, work.closedAt) > reach) return false;
  const isSameTime = workingSpan(work).from.getTime() === workingSpan(other).from.getTime();
  // What came back came back later.
  if (isRecurring(work) && !isSameTime) return false;
  const isSameDay = dateIn(timeZone, other.closedAt) === dateIn(timeZone, work.closedAt);
  if (!isSameDay && regular.test(work.title)) return false;
  const [titles, texts] = [
    [termsOf(work.title), termsOf(other.title)],
    [termsOf(customersWords(work)), termsOf(customersWords(other))],
  ] as const;
  if (isNumberedOtherwise(...titles) || isOneMore(work, other)) return false;
  const isTelling = Math.min(titles[0].size, titles[1].size) >= 2;
  if (isTelling && isWithin(...titles) && likeness(...titles) >= 0.7) return true;
  if (!isTelling && likeness(...texts) >= 0.8) return true;
  if (isSameTime && (likeness(...titles) >= 0.4 || likeness(...texts) >= 0.4)) return true;
  if (work.role !== other.role) return false;
  // One sentence under several titles is copied: the titles tell which work it was.
  if (work.description && work.description === other.description) return false;
  const isAsLong = work.minutes === other.minutes;
  const isLong = isAsLong && Math.min(texts[0].size, texts[1].size) >= telling;
  if (isLong && !isNumberedOtherwise(...texts) && likeness(...texts) >= 0.65) return true;
  return (
    isRetold({ titles, texts }, isAsLong ? 4 : 6) &&
    !isNumberedOtherwise(...texts) &&
    !isTwin(work.title, other.title)
  );
}

interface Terms {
  readonly titles: readonly [ReadonlySet<string>, ReadonlySet<string>];
  readonly texts: readonly [ReadonlySet<string>, ReadonlySet<string>];
}

/** In other words: most of what each title names is told of in the other, too. */
function isRetold(
  { titles: [title, before], texts: [text, earlier] }: Terms,
  leastCommon: number,
): boolean {
  if (Math.min(title.size, before.size) < 2) return false;
  const common = [...text].filter(term => isTold(term, earlier)).length;
  if (common < leastCommon || common / Math.min(text.size, earlier.size) < 0.45) return false;
  const named = [shareOf([title, earlier]), shareOf([before, text])];
  return Math.max(...named) >= 0.6 && Math.min(...named) >= 0.5;
}

function shareOf([terms, within]: readonly [ReadonlySet<string>, ReadonlySet<string>]): number {
  return [...terms].filter(term => isTold(term, within)).length / terms.size;
}

/** The word itself, or one formed from it: "Tagesaufträge" for "Auftrag", "graphiste" for "graphisme". */
function isTold(term: string, within: ReadonlySet<string>): boolean {
  return within.has(term) || [...within].some(one => isFormedFrom(term, one));
}

function isFormedFrom(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (short.length < 5 || /\d/.test(short)) return false;
  return long.startsWith(short) || long.endsWith(short) || long.startsWith(short.slice(0, 7));
}

/** One pattern with another thing in it: "Phone for Ana", "Phone for Ben". */
function isTwin(one: string, two: string): boolean {
  const [a, b] = [one, two].map(title =>
    wordsOf(title).filter(word => !/^\d+$/.test(word) && termsOf(word).size > 0),
  );
  if (!a || !b || (a[0] !== b[0] && a.at(-1) !== b.at(-1))) return false;
  const alone = (words: readonly string[], than: readonly string[]) =>
    termsOf(words.filter(word => !than.includes(word)).join(' '));
  const rest = alone(b, a);
  return ![...alone(a, b)].some(term => rest.has(term));
}

/** "The second waiting room" after "the waiting room": each has its own. */
function isOneMore(work: CustomersWork, other: CustomersWork): boolean {
  const [now, before] = [work, other].map(({ title }) => {
    const word = another.exec(plainOf(title))?.[0];
    return word === undefined ? [] : [...termsOf(word)];
  });
  const tells = (one: CustomersWork, terms: readonly string[] = []) =>
    isWithinOf(termsOf(customersWords(one)), terms);
  return !tells(other, now) || !tells(work, before);
}

function isWithinOf(all: ReadonlySet<string>, terms: readonly string[]): boolean {
  return terms.every(term => all.has(term));
}
