import type { Working } from '../shared/business-hours.ts';
import { dateIn, day, since } from '../shared/time.ts';
import type { Around } from './around.ts';
import type { Contract } from './contract.ts';
import { priceWork } from './price.ts';
import type { CustomersWork } from './service-request.ts';

/** All requests a customer's bill is made from, with what was agreed. */
export interface Book {
  readonly contract: Contract | null;
  readonly ordinary: Working;
  /** The customer's requests. */
  readonly works: readonly CustomersWork[];
  /** Requests of other customers, for who worked where at the same time. */
  readonly elsewhere: readonly CustomersWork[];
  readonly names: ReadonlyMap<string, string>;
  readonly foreign: readonly string[];
  /** Rules that are not asked of this customer's requests. */
  readonly off: ReadonlySet<string>;
}

/** The month whose bill a request stands on: that of its closing, on the customer's calendar. "2026-03" */
export function billMonth({ closedAt }: Pick<CustomersWork, 'closedAt'>, timeZone: string): string {
  return dateIn(timeZone, closedAt).slice(0, 7);
}

/** Farther apart than this, two requests tell nothing about each other. */
const reach = 40 * day;

/** What each request is looked at beside, in order of closing: the included hours are used up in that order. */
export function surroundAll(book: Book): Map<CustomersWork, Around> {
  const { works, ...beside } = book;
  const { ordinary } = beside;
  const used = new Map<string, number>();
  const result = new Map<CustomersWork, Around>();
  const inOrder = [...works].sort(byClosing);
  for (const work of inOrder) {
    const month = billMonth(work, ordinary.timeZone);
    const usedMinutes = used.get(month) ?? 0;
    const near = (other: CustomersWork) =>
      other !== work && Math.abs(since(other.closedAt, work.closedAt)) <= reach;
    const others = inOrder.filter(near);
    const around = { ...beside, others, usedMinutes };
    result.set(work, around);
    used.set(month, usedMinutes + (priceWork(work, around)?.includedMinutes ?? 0));
  }
  return result;
}

function byClosing(a: CustomersWork, b: CustomersWork): number {
  return since(b.closedAt, a.closedAt) || (a.externalId < b.externalId ? -1 : 1);
}
