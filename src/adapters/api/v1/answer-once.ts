import { createHash } from 'node:crypto';
import type { Json, Trip } from '../../../shared/database.ts';
import { HttpProblem } from '../problem.ts';
import type { Answer, Operation, RawCall } from './operation.ts';

/** A request that may be sent again: under which key, and what it says. */
export interface OnceKey {
  readonly key: string;
  readonly address: string;
}

/** The key of an Idempotency-Key header, or null when there is none. Throws the problem to answer with when it is none of ours. */
export function onceKeyOf(header: string | undefined, address: string): OnceKey | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return { key: header, address };
  throw new HttpProblem(
    [400, 'invalid-key'],
    'Idempotency-Key: write 1 to 200 characters without a space.',
    { errors: [{ field: 'Idempotency-Key', detail: 'must have 1 to 200 printable characters' }] },
  );
}

/**
 * Does an operation once for its key and answers the same to the same request again, for as long as inbound words are
 * kept. What was refused is not kept: it may be mended and sent again.
 */
export async function answerOnce(
  trip: Trip,
  { operation, call }: { readonly operation: Operation; readonly call: RawCall },
  once: OnceKey,
): Promise<Answer> {
  const { tx, now } = trip;
  const id = `${call.bearer.id}:${once.key}`;
  const print = createHash('sha256')
    .update(JSON.stringify([operation.id, once.address, call.body ?? null]))
    .digest('base64url');
  const known = await tx.apiAnswer.findUnique({ where: { id } });
  if (known && known.print !== print)
    throw new HttpProblem(
      [422, 'key-used'],
      'This Idempotency-Key was used for another request. Nothing was done.',
      { errors: [{ field: 'Idempotency-Key', detail: 'was used for another request' }] },
    );
  if (known)
    return {
      status: known.status,
      body: known.body as object,
      headers: { 'Idempotency-Replayed': 'true' },
    };
  const answer = await operation.run(trip, call);
  const { status, body = {} } = answer;
  await tx.apiAnswer.create({ data: { id, print, status, body: body as Json, at: now } });
  return answer;
}
