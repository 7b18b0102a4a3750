import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { hour, plus } from '../../shared/time.ts';
import type { PageCall } from '../show/page-view.ts';
import { callTimeAfter, isLimited } from './call-limits.ts';

const callsBefore = statement(
  'calls-of-address',
  `SELECT m."createdAt" AS at FROM page_call c JOIN message m ON m.key = c."messageKey"
   WHERE c."personId" = $1 AND c.via = $2 AND c.address = $3 AND m."createdAt" > $4 ORDER BY m."createdAt" DESC`,
  z.object({ at: z.date() }),
);

/** When this call may go out by its medium's limits: null = now. */
export async function findCallTime(
  { run, now }: Trip,
  { personId, via, address }: Pick<PageCall, 'personId' | 'via' | 'address'>,
): Promise<Date | null> {
  if (!isLimited(via) || address === null) return null;
  const rows = await run(callsBefore, [personId, via, address, plus(now, -hour)]);
  return callTimeAfter(
    via,
    rows.map(({ at }) => at),
    now,
  );
}
