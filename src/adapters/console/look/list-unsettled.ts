import { placeName, readersWords, reasons } from '../../../conversation/places/place-report.ts';
import type { Trip } from '../../../shared/database.ts';

/** A place in which nothing is said until somebody settles whose it is and who reads it. */
export interface Unsettled {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  /** "1 company outside ours", and which they are. */
  readonly readBy: string;
  readonly readers: readonly string[];
  /** The customer it was for; null = nobody has said yet. */
  readonly customerId: string | null;
  /** We are not in it any more, so there is nothing to settle before we are again. */
  readonly isGone: boolean;
}

const most = 50;

/** Places in which nothing is said, those that nobody has settled yet first. */
export async function listUnsettled({ tx }: Pick<Trip, 'tx'>): Promise<Unsettled[]> {
  const rows = await tx.place.findMany({
    where: { parkedReason: { not: null } },
    orderBy: [{ customerId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: most,
  });
  return rows.map(row => ({
    id: row.id,
    name: placeName(row),
    why: row.parkedReason ?? '',
    readBy: readersWords(row.outside),
    readers: row.outside,
    customerId: row.customerId,
    isGone: row.parkedReason === reasons.left || row.parkedReason === reasons.archived,
  }));
}

/** Customers to choose from, by name. */
export async function listNamed({ tx }: Pick<Trip, 'tx'>) {
  return tx.customer.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1_000,
    select: { id: true, name: true },
  });
}
