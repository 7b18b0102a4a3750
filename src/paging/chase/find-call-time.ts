import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { hour, minute, plus } from '../../shared/time.ts';
import type { PageCall } from '../show/page-view.ts';

/** How often one number is called or written to at most, whatever burns: more is noise that gets a phone switched off. */
const limits: Readonly<Record<string, readonly { calls: number; within: number }[]>> = {
  voice: [
    { calls: 3, within: 15 * minute },
    { calls: 7, within: hour },
  ],
  sms: [
    { calls: 5, within: 15 * minute },
    { calls: 11, within: hour },
  ],
};

const callsBefore = statement(
  'calls-of-address',
  `SELECT m."createdAt" AS at FROM page_call c JOIN message m ON m.key = c."messageKey"
   WHERE c."personId" = $1 AND c.via = $2 AND c.address = $3 AND m."createdAt" > $4 ORDER BY m."createdAt" DESC`,
  z.object({ at: z.date() }),
);

/** When this call may go out by its medium's limits: null = now. Whoever was not called of late is called at once. */
export async function findCallTime(
  { run, now }: Trip,
  { personId, via, address }: PageCall,
): Promise<Date | null> {
  const rules = limits[via];
  if (!rules || address === null) return null;
  const rows = await run(callsBefore, [personId, via, address, plus(now, -hour)]);
  const waits = rules.flatMap(({ calls, within }) => {
    const recent = rows.filter(({ at }) => at > plus(now, -within));
    const oldest = recent[calls - 1];
    return oldest ? [plus(oldest.at, within)] : [];
  });
  return waits.length === 0 ? null : new Date(Math.max(...waits.map(Number)));
}
