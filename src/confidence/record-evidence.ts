import type { Trip } from '../shared/database.ts';
import { planAssessment } from './plan-assessment.ts';
import { confidencePolicy, type EvidenceKind } from './policy.ts';

export interface NewEvidence {
  /** One piece of evidence counts once, however often it is recorded. */
  readonly key: string;
  readonly customerId: string;
  /** Left out: it speaks about the customer as a whole. */
  readonly transitionId?: string | null;
  readonly kind: EvidenceKind;
  /** For vendor eyes. */
  readonly note: string;
  /** When it happened; now when left out. */
  readonly at?: Date;
}

/** Writes down one thing we learned about how the customer is doing. The same key twice does nothing. */
export async function recordEvidence(trip: Trip, one: NewEvidence): Promise<void> {
  const { tx, now, random } = trip;
  await tx.evidence.createMany({
    data: [
      {
        id: random.id(),
        key: one.key,
        customerId: one.customerId,
        transitionId: one.transitionId ?? null,
        kind: one.kind,
        weight: confidencePolicy.troubles[one.kind],
        at: one.at ?? now,
        note: one.note,
      },
    ],
    skipDuplicates: true,
  });
  await planAssessment(trip, { customerId: one.customerId });
}
