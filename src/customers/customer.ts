import { z } from 'zod';
import type { BusinessHours } from '../shared/business-hours.ts';

/** The account Handrail looks after. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly businessHours: BusinessHours;
  readonly leaderId: string | null;
  readonly memberIds: readonly string[];
  readonly advocateId: string;
  readonly backupId: string | null;
  readonly salesId: string | null;
  readonly managerId: string | null;
  readonly escalationId: string;
  readonly brief: string;
}

const businessHoursColumn = z.object({
  days: z.array(z.number().int().min(1).max(7)),
  from: z.string(),
  until: z.string(),
  holidays: z.array(z.string()),
});

/** A stored row as a customer. */
export function customerFrom(
  row: Omit<Customer, 'businessHours'> & { businessHours: unknown },
): Customer {
  return { ...row, businessHours: businessHoursColumn.parse(row.businessHours) };
}
