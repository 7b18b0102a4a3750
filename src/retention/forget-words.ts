import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { type Statement, statement } from '../shared/statement.ts';
import { day, plus } from '../shared/time.ts';
import { mostAtOnce, nextLook, type Retention, retentionChore } from './retention.ts';

type Counting = Statement<{ readonly count: number }>;

/** A change of at most so many rows, counted; $1 is the moment before which they are old. */
function counting(name: string, change: string): Counting {
  const sql = `WITH changed AS (${change} RETURNING 1) SELECT count(*)::int AS count FROM changed`;
  return statement(name, sql, z.object({ count: z.number() }));
}

const old = (table: string, column: string, more: string): string => `
  SELECT id FROM ${table} WHERE "${column}" < $1 AND ${more} ORDER BY "${column}" LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED`;

/** The row stays: the same event a second time is still known. */
const emptyInbox = counting(
  'forget-inbox-words',
  `UPDATE inbox SET payload = '{}', opinion = NULL, ref = NULL
   WHERE id IN (${old('inbox', 'receivedAt', `"dueAt" IS NULL AND payload <> '{}'::jsonb`)})`,
);

const clearInbox = counting(
  'clear-inbox',
  `DELETE FROM inbox WHERE id IN (${old('inbox', 'handledAt', `state = 'handled' AND "dueAt" IS NULL`)})`,
);

/** The same request after so long is a new one. */
const clearAnswers = counting(
  'clear-api-answers',
  `DELETE FROM api_answer WHERE id IN (${old('api_answer', 'at', 'true')})`,
);

/** Their data quote whoever is asked; there is one for each seat, and its time is over. */
const clearQuestions = counting(
  'clear-questions',
  `DELETE FROM open_question WHERE id IN (${old('open_question', 'expiresAt', 'true')})`,
);

/** The tries go before the words: a message is found by its words. */
const clearAttempts = counting(
  'forget-attempts',
  `DELETE FROM attempt WHERE "messageId" IN (${old('message', 'createdAt', `"dueAt" IS NULL AND text <> ''`)})`,
);

/** The row stays, and whose it was: what was said once is not said again, and an old button is still known. */
const emptyMessages = counting(
  'forget-message-words',
  `UPDATE message SET text = '',
     card = jsonb_build_object('name', name, 'audience', audience, 'customerId', "customerId", 'body', '[]'::jsonb)
   WHERE id IN (${old('message', 'createdAt', `"dueAt" IS NULL AND text <> ''`)})`,
);

/** Engine handler: forgets the words that are older than they are to be kept, some at a time, and comes again. */
export async function forgetWords(trip: Trip, retention: Retention): Promise<void> {
  const { tx, now, run } = trip;
  const inboxFrom = plus(now, -retention.inboxDays * day);
  const messagesFrom = plus(now, -retention.messageDays * day);
  const count = async (change: Counting, before: Date): Promise<number> =>
    (await run(change, [before]))[0]?.count ?? 0;
  const attempts = await count(clearAttempts, messagesFrom);
  const forgotten = [
    attempts,
    await count(emptyInbox, inboxFrom),
    await count(clearInbox, messagesFrom),
    await count(clearQuestions, inboxFrom),
    await count(clearAnswers, inboxFrom),
    await count(emptyMessages, messagesFrom),
  ];
  await tx.chore.update({
    where: { id: retentionChore },
    data: { dueAt: nextLook(forgotten, now) },
  });
}
