import type { Audience, Text } from './audience.ts';

/** From when until when, as a card keeps it. */
export interface DrawnStretch {
  readonly from: string;
  readonly until: string;
}

/** A step of a plan. */
export interface DrawnStep {
  readonly key: string;
  readonly name: string;
  /** The name of its state, by which it is coloured. */
  readonly state: string;
  /** As it is planned now. */
  readonly planned: DrawnStretch;
  /** As it was planned before it slipped; null when it never did. */
  readonly original: DrawnStretch | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** A window with its steps, planned against actual. */
export interface DrawnWindow extends DrawnStretch {
  readonly steps: readonly DrawnStep[];
}

/** Confidence over time, each value from 0 to 1, and what moved it by the kind of it. */
export interface DrawnCourse {
  readonly points: readonly { readonly at: string; readonly value: number }[];
  readonly causes: readonly {
    readonly at: string;
    readonly value: number;
    readonly kind: string;
  }[];
}

/**
 * A picture beside the words of a card, as data: it is drawn where a platform can show one. The words never need it, so
 * nothing is lost where none can be shown. Instants are ISO strings, for cards are kept.
 */
export interface Picture<A extends Audience = Audience> {
  readonly title: string;
  /** What it shows, for whoever cannot see it. */
  readonly alt: Text<A>;
  readonly timeZone: string;
  /** The moment it shows. */
  readonly at: string;
  readonly window: DrawnWindow | null;
  readonly course: DrawnCourse | null;
}
