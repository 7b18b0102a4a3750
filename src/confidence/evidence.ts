import { z } from 'zod';
import { type EvidenceKind, evidenceKinds } from './policy.ts';

/** One thing we learned about how the customer is doing. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Troubles it counts for. */
  readonly weight: number;
  readonly at: Date;
  /** For vendor eyes. */
  readonly note: string;
}

const kindColumn = z.enum(evidenceKinds);

/** A stored row as evidence. */
export function evidenceFrom(row: Omit<Evidence, 'kind'> & { kind: string }): Evidence {
  return { kind: kindColumn.parse(row.kind), weight: row.weight, at: row.at, note: row.note };
}
