import type { Trip } from '../shared/database.ts';
import type { SharedEvent } from '../timeline/event.ts';
import { eventFrom } from '../timeline/list-events.ts';

/** A fact that somebody published, with its place in the order of all facts. */
export interface Published {
  readonly seq: bigint;
  readonly event: SharedEvent;
}

/** Since when: told by its time, or by the last one that is known. */
type Bounds =
  | { readonly recordedAt: { readonly gte: Date; readonly lte: Date } }
  | { readonly seq: { readonly gt: bigint } };

const mostGathered = 10;

/** The newest of what people of the vendor have published within these bounds, the oldest first. */
export async function listPublished(
  { tx }: Trip,
  customerId: string,
  bounds: Bounds,
): Promise<Published[]> {
  const rows = await tx.event.findMany({
    where: {
      customerId,
      kind: 'note',
      visibility: 'shared',
      authorId: { not: null },
      ...bounds,
    },
    orderBy: { seq: 'desc' },
    take: mostGathered,
  });
  return rows
    .flatMap(row => {
      const event = eventFrom(row);
      return event.visibility === 'shared' ? [{ seq: row.seq, event }] : [];
    })
    .reverse();
}
