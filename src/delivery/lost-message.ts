import type { Lane } from './draft.ts';

/** What to do with a message when nobody knows whether it arrived. */
export type AfterLoss =
  | { readonly next: 'sent'; readonly ref: string }
  | { readonly next: 'send'; readonly isRepeat: boolean }
  | { readonly next: 'park'; readonly reason: string };

export interface Loss {
  readonly lane: Lane;
  /** An earlier loss already led to a repeat. */
  readonly wasRepeated: boolean;
  /** What the platform says: its reference, null = surely not there, undefined = it cannot tell. */
  readonly found: string | null | undefined;
}

/**
 * A page is sent again, marked as a repeat; a check-in is parked and never blindly repeated; a reply is
 * tried once more. Where the platform lets us read back, nobody has to guess.
 */
export function afterLoss({ lane, wasRepeated, found }: Loss): AfterLoss {
  if (typeof found === 'string') return { next: 'sent', ref: found };
  if (found === null) return { next: 'send', isRepeat: wasRepeated };
  if (lane === 'pages') return { next: 'send', isRepeat: true };
  if (lane === 'replies' && !wasRepeated) return { next: 'send', isRepeat: true };
  return { next: 'park', reason: 'Nobody knows whether it arrived, and it is not said twice.' };
}
