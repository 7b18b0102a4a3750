import { isDeepStrictEqual } from 'node:util';
import type { Json, Trip } from '../shared/database.ts';
import { type HolidayRule, holidayRuleFrom } from './holiday.ts';

export interface HolidayOwner {
  readonly customerId: string;
  /** Null where they have no rule. */
  readonly rule: HolidayRule | null;
}

/** The rules of customers as their setup has them: a new one is computed and shown; nothing of it counts before somebody has confirmed it. */
export async function watchHolidays(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  owners: readonly HolidayOwner[],
): Promise<string[]> {
  const rows = await tx.publicHoliday.findMany();
  const known = new Map(rows.map(row => [row.customerId, holidayRuleFrom(row.rule)] as const));
  const changed: string[] = [];
  for (const { customerId, rule } of owners) {
    const before = known.get(customerId) ?? null;
    if (isDeepStrictEqual(before, rule)) continue;
    changed.push(customerId);
    if (!rule) {
      await tx.publicHoliday.delete({ where: { customerId } });
      continue;
    }
    const data = { rule: rule as unknown as Json, dueAt: now };
    await tx.publicHoliday.upsert({
      where: { customerId },
      create: { customerId, ...data },
      update: data,
    });
  }
  return changed;
}
