import { z } from 'zod';
import type { BusinessHours } from '../shared/business-hours.ts';

/** An incident or change of the vendor's own: what it makes necessary is not billed. */
export interface OwnChange {
  readonly id: string;
  readonly at: Date;
  readonly what: string;
}

/** What was agreed about the price of work. Money is in the currency's minor unit. */
export interface Contract {
  /** ISO 4217: "USD". */
  readonly currency: string;
  /** Minutes of each calendar month that the fee pays for. */
  readonly includedMinutes: number;
  /** Whose work they pay for; nobody named = every role's. */
  readonly includedRoles: readonly string[];
  /** By role, an hour. */
  readonly rates: Readonly<Record<string, number>>;
  /** By role, an hour outside `hours`; a role that is missing keeps its ordinary rate. */
  readonly afterHours: Readonly<Record<string, number>>;
  /** The ordinary hours; null = the customer's business hours. */
  readonly hours: BusinessHours | null;
  /** Minutes are rounded up to a multiple of this, once a request. */
  readonly roundingMinutes: number;
  /** Work that the fee pays for, in words. */
  readonly covers: readonly string[];
  /** Up to this many calendar days after closing, the same fault again is not billed. */
  readonly reworkDays: number;
  /** Travel that takes less is not billed. */
  readonly freeTravelUnderMinutes: number;
  readonly ours: readonly OwnChange[];
}

const prices = z.record(z.string(), z.number().int());

const contractColumn = z.object({
  currency: z.string(),
  includedMinutes: z.number(),
  includedRoles: z.array(z.string()),
  rates: prices,
  afterHours: prices,
  hours: z
    .object({
      days: z.array(z.number().int()),
      from: z.string(),
      until: z.string(),
      holidays: z.array(z.string()),
    })
    .nullable(),
  roundingMinutes: z.number(),
  covers: z.array(z.string()),
  reworkDays: z.number().int(),
  freeTravelUnderMinutes: z.number(),
  ours: z.array(z.object({ id: z.string(), at: z.coerce.date(), what: z.string() })),
});

/** A stored contract; null where nothing was agreed. */
export function contractFrom(stored: unknown): Contract | null {
  const isNone = typeof stored === 'object' && stored !== null && Object.keys(stored).length === 0;
  return isNone ? null : contractColumn.parse(stored);
}
