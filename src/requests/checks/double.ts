import { dateIn, day, since } from '../../shared/time.ts';
import { type Check, customersWords, isSameDoer } from '../around.ts';
import { isRecurring } from '../free.ts';
import type { CustomersWork } from '../service-request.ts';
import { isNumberedOtherwise, isWithin, likeness, plainOf, termsOf } from '../terms.ts';
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
  if (work.minutes !== other.minutes || work.role !== other.role) return false;
  // One sentence under several titles is copied: the titles tell which work it was.
  if (work.description && work.description === other.description) return false;
  const isLong = Math.min(texts[0].size, texts[1].size) >= telling;
  return isLong && !isNumberedOtherwise(...texts) && likeness(...texts) >= 0.65;
}

/** "The second waiting room" after "the waiting room": each has its own. */
function isOneMore(work: CustomersWork, other: CustomersWork): boolean {
  const [now, before] = [work, other].map(({ title }) => {
    const word = another.exec(plainOf(title))?.[0];
    return word === undefined ? '' : [...termsOf(word)].join();
  });
  return now !== before;
}
