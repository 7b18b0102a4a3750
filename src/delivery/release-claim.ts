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
  `WITH asked AS (
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS asked (n int, id text, fence int, "attemptId" text, state "MessageState",
       reason text, "dueAt" timestamptz, tries int, "failureDueAt" timestamptz)
   ), unmade AS (
     UPDATE attempt SET "endedAt" = "startedAt", outcome = 'refused', detail = reason FROM asked WHERE attempt.id = "attemptId"
   ), m AS (
     SELECT message.id, asked.n FROM message JOIN asked ON asked.id = message.id AND asked.fence = message.fence
     ORDER BY message.seq FOR UPDATE OF message
   )
   UPDATE message SET state = asked.state, reason = coalesce(asked.reason, message.reason), "dueAt" = asked."dueAt",
     tries = coalesce(asked.tries, message.tries), "failureDueAt" = asked."failureDueAt"
   FROM m JOIN asked USING (n) WHERE message.id = m.id RETURNING asked.n`,
  z.object({ n: z.number() }),
);

/** Lets go of a message without having said it. */
export async function releaseClaim(
  database: Pick<Database, 'writeEach'>,
  given: Release,
): Promise<void> {
  await database.writeEach(release, given);
}
