import type { Database } from '../shared/database.ts';
import type { EventKind, Visibility } from '../timeline/event.ts';

/** A fact as it was written down, with its place in the order of writing. */
export interface WrittenFact {
  readonly seq: bigint;
  readonly customerId: string;
  readonly kind: EventKind;
  readonly visibility: Visibility;
  readonly recordedAt: Date;
  readonly text: string;
}

/** The facts of all customers written after `seq`, in order of writing. */
export async function listNewEvents({ client }: Database, seq: bigint): Promise<WrittenFact[]> {
  const rows = await client.event.findMany({
    where: { seq: { gt: seq } },
    orderBy: { seq: 'asc' },
  });
  return rows.map(row => ({
    seq: row.seq,
    customerId: row.customerId,
    kind: row.kind as EventKind,
    visibility: row.visibility === 'shared' ? 'shared' : 'internal',
    recordedAt: row.recordedAt,
    text: row.text,
  }));
}
