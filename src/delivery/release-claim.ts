import { z } from 'zod';
import type { Database } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import type { MessageChange } from './message-state.ts';

export interface Release
  extends Pick<MessageChange, 'state' | 'reason' | 'dueAt' | 'tries' | 'failureDueAt'> {
  readonly id: string;
  /** The fence of the claim: somebody else's is left alone. */
  readonly fence: number;
  /** The try that was written down and then not made. */
  readonly attemptId?: string;
}

const release = statement(
  'release-claim',
  `WITH unmade AS (
     UPDATE attempt SET "endedAt" = "startedAt", outcome = 'refused', detail = $4 WHERE id = $8
   )
   UPDATE message SET state = $3::"MessageState", reason = coalesce($4, reason), "dueAt" = $5,
     tries = coalesce($6, tries), "failureDueAt" = $7
   WHERE id = $1 AND fence = $2`,
  z.never(),
);

/** Lets go of a message without having said it. */
export async function releaseClaim(
  database: Pick<Database, 'write'>,
  { id, fence, attemptId, state, reason, dueAt, tries, failureDueAt }: Release,
): Promise<void> {
  await database.write(release, [
    id,
    fence,
    state,
    reason ?? null,
    dueAt ?? null,
    tries ?? null,
    failureDueAt ?? null,
    attemptId ?? null,
  ]);
}
