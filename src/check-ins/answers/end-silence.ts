import { z } from 'zod';
import { withdrawingUnprompted } from '../../delivery/withdrawing-unprompted.ts';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { closeTask } from '../../tasks/close-task.ts';
import { lockCadences } from '../asking/cadence-lock.ts';
import { silenceTaskKind } from '../asking/silence.ts';

/** The time of a resting cadence is when we would look again, not when we would ask: it is no plan. */
const end = statement(
  'end-silence',
  `WITH heard AS (
     UPDATE check_in SET state = 'heard', "answeredAt" = $2, "dueAt" = NULL
     WHERE "customerId" = $1 AND state IN ('asked', 'repeated') RETURNING "transitionId"
   ), ended AS (
     UPDATE cadence SET "heardAt" = $2, "restingSince" = NULL, "restAttempt" = NULL,
       "dueAt" = CASE WHEN "restingSince" IS NOT NULL AND "dueFor" <> 'wish' THEN NULL ELSE "dueAt" END
     WHERE "customerId" = $1
   ), taken_back AS (
     ${withdrawingUnprompted({ customer: '$1', reason: "'the customer spoke with us just now'", now: '$2' })}
   )
   SELECT "transitionId" FROM heard
   UNION SELECT "transitionId" FROM cadence WHERE "customerId" = $1 AND "restingSince" IS NOT NULL`,
  z.object({ transitionId: z.string() }),
);

export interface Voice {
  readonly customerId: string;
  /** Who on the customer's side; null when we do not know them. */
  readonly personId: string | null;
}

/**
 * Somebody on the customer's side spoke: silence and rest end, nobody is asked any more to look after it, and no question
 * waits. Returns the transitions that had been waiting or resting, whose next check-in must be planned afresh.
 */
export async function endSilence(
  trip: Trip,
  { customerId, personId }: Voice,
): Promise<Set<string>> {
  // Hazard: this waits for a question that is being asked right now; only then can it be seen below.
  await lockCadences(trip, customerId);
  const rows = await trip.run(end, [customerId, trip.now]);
  const open = await trip.tx.task.findMany({
    where: { customerId, kind: silenceTaskKind, state: 'open' },
    select: { id: true },
  });
  for (const { id } of open) await closeTask(trip, id, { spokeId: personId });
  return new Set(rows.map(({ transitionId }) => transitionId));
}
