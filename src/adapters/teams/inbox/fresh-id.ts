import { createHash } from 'node:crypto';
import type { Ports } from '../../../shared/database.ts';
import { minute, since } from '../../../shared/time.ts';

/** Teams sends an invoke again, under another id, for less than this. */
const again = 2 * minute;

/**
 * The inbox id of something that has no id of its own: the same within two minutes, so that what is sent again
 * or pressed twice is one act, and another one later, so that the same button can be pressed another day.
 */
export async function freshId(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  kind: string,
  parts: readonly string[],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
  const now = clock.now();
  const slot = Math.floor(now.getTime() / again);
  const before = `teams:${kind}:${hash}:${slot - 1}`;
  const earlier = await database.client.inbox.findUnique({
    where: { id: before },
    select: { receivedAt: true },
  });
  const isSame = earlier !== null && since(earlier.receivedAt, now) < again;
  return isSame ? before : `teams:${kind}:${hash}:${slot}`;
}
