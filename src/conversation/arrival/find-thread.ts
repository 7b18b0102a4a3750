import type { Tx } from '../../shared/database.ts';
import { type Inbound, inboundSchema } from './inbound.ts';

interface Marked {
  readonly placeId: string;
  readonly ref: string;
  readonly where: Inbound['in'];
}

/** The thread that a message of a place stands in, ours or somebody's; it begins one where it stands alone. */
export async function findThread(tx: Tx, { placeId, ref, where }: Marked): Promise<string> {
  const own = await tx.message.findFirst({ where: { toPlaceId: placeId, externalRef: ref } });
  if (own?.threadOf) return own.threadOf;
  if (own?.under) {
    const root = await tx.message.findUnique({ where: { key: own.under } });
    return root?.threadOf ?? root?.externalRef ?? ref;
  }
  if (own || !where) return ref;
  const heard = await tx.inbox.findFirst({
    where: { ref: `${where.platform}:${where.workspace}:${ref}` },
    orderBy: { seq: 'desc' },
  });
  return inboundSchema.safeParse(heard?.payload).data?.threadOf ?? ref;
}
