import { shared, type Text, time, words } from '../delivery/audience.ts';
import type { Tx } from '../shared/database.ts';
import { moneyText } from '../shared/money.ts';
import { openly } from '../timeline/event.ts';
import { foreignWordIn } from './checks/wrong-customer-words.ts';
import { listForeignWords } from './list-foreign-words.ts';
import { requestFrom } from './stored-request.ts';

/** One line of a customer's bill, as the customer may read it. */
export interface BillLine {
  readonly externalId: string;
  /** Its number instead, where its title names another customer: whoever approved it did not see that. */
  readonly title: string;
  readonly closedAt: Date;
  readonly minutes: number;
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

export interface Bill {
  /** "2026-03" */
  readonly month: string;
  readonly lines: readonly BillLine[];
  /** How many stand on it; only the first are lines here. */
  readonly count: number;
  readonly totalMinor: number;
  readonly currency: string | null;
}

const mostLines = 20;

/** What of a month somebody has approved: only those lines, and only what their customer may read of them. */
export async function loadBill(
  tx: Tx,
  { customerId, month }: { readonly customerId: string; readonly month: string },
): Promise<Bill> {
  const rows = await tx.serviceRequest.findMany({
    where: { customerId, month, state: { in: ['approved', 'waived'] } },
    orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
  });
  const foreign = await listForeignWords(tx, customerId);
  const lines = rows.map(requestFrom).map(({ work, amountMinor, currency }): BillLine => {
    const { externalId, closedAt, minutes } = work;
    const title = foreignWordIn(work.title, foreign) === null ? work.title : externalId;
    return { externalId, title, closedAt, minutes, amountMinor, currency };
  });
  return {
    month,
    lines: lines.slice(0, mostLines),
    count: lines.length,
    totalMinor: lines.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0),
    currency: lines.find(({ currency }) => currency !== null)?.currency ?? null,
  };
}

/** A bill in plain lines. */
export function billLines({ month, lines, count, totalMinor, currency }: Bill): Text<'shared'>[] {
  const when = words(openly(month));
  if (count === 0) return [shared`Nothing is approved for your bill of ${when} so far.`];
  const total =
    currency === null ? [] : [shared`Together: ${words(openly(moneyText(totalMinor, currency)))}.`];
  const more = count - lines.length;
  return [
    shared`On your bill of ${when} so far:`,
    ...lines.map(lineText),
    ...(more > 0 ? [shared`… and ${more} more lines.`] : []),
    ...total,
  ];
}

function lineText({ title, closedAt, minutes, amountMinor, currency }: BillLine): Text<'shared'> {
  const what = shared`${time(closedAt, 'day')} ${words(openly(title))}, ${minutes} min`;
  if (amountMinor === 0) return shared`${what}: no charge`;
  if (amountMinor === null || currency === null) return what;
  return shared`${what}: ${words(openly(moneyText(amountMinor, currency)))}`;
}
