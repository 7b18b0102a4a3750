import type { Tx } from '../../../shared/database.ts';
import { HttpProblem } from '../problem.ts';
import type { Bearer } from './bearer.ts';

/** Where the timeline ends now, to see later what was told since. */
export async function newestFact(tx: Tx): Promise<bigint> {
  const last = await tx.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
  return last?.seq ?? 0n;
}

interface Told {
  readonly since: bigint;
  readonly customerIds: readonly string[];
}

/** A plan that changes is told to the customer at once: only a token that may publish does that. */
export async function refuseTold(
  tx: Tx,
  { mayPublish }: Bearer,
  { since, customerIds }: Told,
): Promise<void> {
  if (mayPublish) return;
  const customerId = { in: [...customerIds] };
  const told = { customerId, seq: { gt: since }, visibility: 'shared' };
  if ((await tx.event.count({ where: told })) === 0) return;
  throw new HttpProblem(
    [403, 'may-not-publish'],
    'The customer would be told of this change of plan, and this token may not publish to them.',
  );
}
