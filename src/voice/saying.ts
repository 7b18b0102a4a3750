import { z } from 'zod';

/**
 * What somebody said that those who decide should hear, and how much it weighs: a grievance more than a wish. `trouble` is
 * something that does not work; `request` a service request that is asked for again and again, of which nobody complained.
 */
export const sayingWeights = {
  complaint: 3,
  survey: 3,
  worry: 2,
  trouble: 2,
  feedback: 2,
  request: 1,
} as const;

export type SayingKind = keyof typeof sayingWeights;

export const sayingKinds = Object.keys(sayingWeights) as [SayingKind, ...SayingKind[]];

/** One thing said, in the customer's words. They are quoted to our own people alone. */
export interface Saying {
  readonly id: string;
  readonly customerId: string;
  /** null = somebody we do not know. */
  readonly personId: string | null;
  readonly kind: SayingKind;
  readonly text: string;
  /** What it is about. */
  readonly terms: readonly string[];
  /** Said where their colleagues read it. */
  readonly isOpen: boolean;
  readonly at: Date;
  readonly themeId: string;
}

const kindColumn = z.enum(sayingKinds);

/** A stored row as a saying. */
export function sayingFrom(row: Omit<Saying, 'kind'> & { kind: string }): Saying {
  const { id, customerId, personId, text, terms, isOpen, at, themeId } = row;
  const kind = kindColumn.parse(row.kind);
  return { id, customerId, personId, kind, text, terms, isOpen, at, themeId };
}
