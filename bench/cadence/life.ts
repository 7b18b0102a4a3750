import type { Outlook } from '../../src/confidence/outlook.ts';

/** Twelve working weeks, in business hours since the window: how long a life is watched. */
export const horizon = 480;

/** What is heard of a customer, asked or unasked, and what else a plan tells. */
export interface Sign {
  /** Business hours since the window. */
  readonly hour: number;
  readonly kind: SignKind;
  /** How long an answer took, in business hours, and how many words it had; null when it was no answer. */
  readonly manner: Manner | null;
}

export type SignKind =
  | 'good'
  | 'fine'
  | 'worried'
  | 'silence'
  | 'complaint'
  | 'thanks'
  | 'neutral'
  | 'late-milestone';

export interface Manner {
  readonly hours: number;
  readonly words: number;
  readonly by: 'leader' | 'member';
}

/** One customer after a go-live. Trouble that nobody knows of adds up in `unnoticed`, until it is noticed or ends. */
export interface Life {
  /** Lives on to the hour, or to the first thing that is heard unasked, which is returned. */
  goOn(until: number): Sign | null;
  /** Puts a question at the hour it has come to. */
  ask(): Sign;
  /** Troubles an hour to expect over the next hours: what only an all-knowing schedule sees. */
  rate(hours: number): number;
  /** Hours of trouble nobody knew of so far. */
  unnoticed(): number;
}

/** One customer before anything happened: the same seed lives the same life, however it is asked. */
export interface Birth {
  readonly outlook: Outlook;
  begin(): Life;
}

/** A way customers may be. */
export interface World {
  readonly name: string;
  birth(seed: number): Birth;
}
