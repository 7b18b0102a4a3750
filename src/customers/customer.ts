import { z } from 'zod';
import type { BusinessHours } from '../shared/business-hours.ts';

/** What a customer calls things; known at once, whatever Handrail has learned. */
export interface OwnWords {
  /** What their work runs on: "POS", "the till". */
  readonly systems: readonly string[];
  /** Where they work: "Leeds", "plant 2". */
  readonly sites: readonly string[];
  /** What they make or sell. */
  readonly products: readonly string[];
  /** Whom they talk about: "Priya", "the night shift". */
  readonly people: readonly string[];
}

/** The account Handrail looks after. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly businessHours: BusinessHours;
  readonly leaderId: string | null;
  /** Whom check-ins are addressed to, as either side said; null = whoever leads. */
  readonly askedId: string | null;
  readonly memberIds: readonly string[];
  /** Who looks after them now: whoever stands in while their advocate is away. */
  readonly advocateId: string;
  readonly backupId: string | null;
  readonly salesId: string | null;
  readonly managerId: string | null;
  readonly escalationId: string;
  readonly brief: string;
  readonly words: OwnWords;
}

const businessHoursColumn = z.object({
  days: z.array(z.number().int().min(1).max(7)),
  from: z.string(),
  until: z.string(),
  holidays: z.array(z.string()),
});

const someWords = z.array(z.string()).default([]);

const wordsColumn = z.object({
  systems: someWords,
  sites: someWords,
  products: someWords,
  people: someWords,
});

/** Stored working hours. */
export function businessHoursFrom(stored: unknown): BusinessHours {
  return businessHoursColumn.parse(stored);
}

/** Stored working hours, with the public holidays that somebody has confirmed. */
export function customerHoursFrom(
  stored: unknown,
  publicHolidays: readonly string[],
): BusinessHours {
  const hours = businessHoursFrom(stored);
  return { ...hours, holidays: [...hours.holidays, ...publicHolidays] };
}

/** A stored row as a customer. */
export function customerFrom(
  row: Omit<Customer, 'businessHours' | 'words'> & {
    standInId: string | null;
    businessHours: unknown;
    publicHolidays: readonly string[];
    words: unknown;
  },
): Customer {
  const { standInId, ...kept } = row;
  return {
    ...kept,
    advocateId: standInId ?? row.advocateId,
    businessHours: customerHoursFrom(row.businessHours, row.publicHolidays),
    words: wordsColumn.parse(row.words),
  };
}
