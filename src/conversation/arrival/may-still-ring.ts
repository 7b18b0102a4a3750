import type { Trip } from '../../shared/database.ts';
import { isStillCalling } from './lateness.ts';

/** May a call that was said then still wake somebody? Not once it is too old, or a page of theirs was resolved since. */
export async function mayStillRing(
  { tx, now }: Trip,
  customerId: string,
  saidAt: Date,
): Promise<boolean> {
  const resolved = await tx.page.findFirst({
    where: { customerId, resolvedAt: { not: null } },
    orderBy: { resolvedAt: 'desc' },
    select: { resolvedAt: true },
  });
  return isStillCalling(saidAt, { resolvedAt: resolved?.resolvedAt ?? null, now });
}
