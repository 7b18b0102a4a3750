import { dateIn, day, since } from '../../shared/time.ts';
import { type Check, customersWords } from '../around.ts';
import { isRecurring } from '../free.ts';
import type { CustomersWork } from '../service-request.ts';
import { isNumberedOtherwise, isSameName, isWithin, likeness, termsOf } from '../terms.ts';
import { workingSpan } from '../working-span.ts';

/** Longer ago than this it is work that comes again, not a line written twice. */
const reach = 3 * day;
const regular = /\b(?:daily|every|each|morning|weekly|monthly|nightly|round)\b/i;

/** The same work twice, also in other words or by another name; two people on one job are not. The later line says so. */
export const double: Check = (work, { others, ordinary }) => {
  if (work.reopens !== undefined || isRecurring(work)) return null;
  const first = others.find(
    other =>
      isEarlier(other, work) &&
      isSameName(work.by, other.by) &&
      isSameWork(work, other, ordinary.timeZone),
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
  const isSameDay = dateIn(timeZone, other.closedAt) === dateIn(timeZone, work.closedAt);
  if (!isSameDay && regular.test(work.title)) return false;
  const [titles, texts] = [
    [termsOf(work.title), termsOf(other.title)],
    [termsOf(customersWords(work)), termsOf(customersWords(other))],
  ] as const;
  if (isNumberedOtherwise(...titles)) return false;
  const isTelling = Math.min(titles[0].size, titles[1].size) >= 2;
  if (isTelling && isWithin(...titles) && likeness(...titles) >= 0.7) return true;
  if (!isTelling && likeness(...texts) >= 0.8) return true;
  const isSameTime = workingSpan(work).from.getTime() === workingSpan(other).from.getTime();
  return isSameTime && (likeness(...titles) >= 0.4 || likeness(...texts) >= 0.4);
}
