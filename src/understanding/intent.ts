/** What a message asks for. The label guide defines each. */
export const intents = [
  'status',
  'next',
  'who',
  'help',
  'worried',
  'thanks',
  'stop',
  'more',
  'complaint',
  'billing',
  'planning',
  'purchase',
  'commitment',
  'resolved',
  'smalltalk',
  'other',
] as const;

export type Intent = (typeof intents)[number];

/** Names this customer uses: plan steps, products, people. Known names are not mistaken for feelings. */
export interface Vocabulary {
  readonly names: readonly string[];
}

/** What a message means, and how sure we are. */
export interface Understanding {
  readonly intent: Intent;
  /** Sure enough to page a human now. */
  readonly urgent: boolean;
  /** Not sure enough to page, but a human should be offered. */
  readonly offer: boolean;
  readonly sentiment: -1 | 0 | 1;
  /** How sure we are of the intent, in [0, 1]. */
  readonly confidence: number;
  /** ISO 639-1 code of the language it was read in. */
  readonly language: string;
  /** The words that decided, for `understand --json` and for tests. */
  readonly reasons: readonly string[];
}
