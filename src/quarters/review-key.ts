import { type Quarter, readQuarter } from '../shared/quarter.ts';

/** Which review of a customer: of a whole quarter, or of one so far, while it ran. */
export interface ReviewKey {
  readonly quarter: Quarter;
  readonly isSoFar: boolean;
}

/** The review of a quarter at a customer. */
export function reviewId(customerId: string, { name }: Pick<Quarter, 'name'>): string {
  return `${customerId}/${name.replace(' ', '-')}`;
}

/** What was published of a quarter while it ran. */
export function soFarId(customerId: string, quarter: Pick<Quarter, 'name'>): string {
  return `${reviewId(customerId, quarter)}-so-far`;
}

/** "Q1-2026", "Q1-2026-so-far": what stands in addresses and in names of files. */
export function writtenKey({
  quarter,
  isSoFar,
}: {
  readonly quarter: string;
  readonly isSoFar: boolean;
}): string {
  return `${quarter.replace(' ', '-')}${isSoFar ? '-so-far' : ''}`;
}

/** What an address means; null where it names no quarter that has begun. */
export function readKey(written: string, now: Date, timeZone: string): ReviewKey | null {
  const [, name, year, soFar] = /^(Q[1-4])-(20\d\d)(-so-far)?$/.exec(written) ?? [];
  const quarter = name && year ? readQuarter(`${name} ${year}`, now, timeZone) : null;
  if (!quarter || quarter.from > now) return null;
  return { quarter, isSoFar: soFar !== undefined };
}
