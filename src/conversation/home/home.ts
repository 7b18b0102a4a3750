import type { Card } from '../../delivery/card.ts';

/** What somebody sees when they open Handrail itself: cards from top to bottom, none of them a message. */
export interface Home {
  /** The zone in which its times are read. */
  readonly timeZone: string;
  readonly cards: readonly Card[];
}
