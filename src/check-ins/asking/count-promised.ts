import type { Trip } from '../../shared/database.ts';
import { inZone } from '../../shared/time.ts';
import { promisedDueFors } from '../cadence/cadence.ts';

/** Whose day it is, and which of their changes is not looked at: null = all are. */
export interface PromisedDay {
  readonly customerId: string;
  readonly timeZone: string;
  readonly exceptTransitionId: string | null;
}

/** How many check-ins we told a customer of (after a worry, or at an hour they wished for) that come before their day ends. */
export async function countPromised(
  { tx, now }: Trip,
  { customerId, timeZone, exceptTransitionId }: PromisedDay,
): Promise<number> {
  return tx.cadence.count({
    where: {
      customerId,
      ...(exceptTransitionId === null ? {} : { transitionId: { not: exceptTransitionId } }),
      dueFor: { in: [...promisedDueFors] },
      dueAt: { gt: now, lte: inZone(now, timeZone).endOf('day').toJSDate() },
      stopped: false,
      restingSince: null,
    },
  });
}
