import type { Lane } from './draft.ts';
import type { Found, Sent } from './surface.ts';

/** What to do with a message when nobody knows whether it arrived. */
export type AfterLoss =
  | { readonly next: 'sent'; readonly ref: string }
  | { readonly next: 'send'; readonly isRepeat: boolean }
  /** The platform did not answer: it is asked again. */
  | { readonly next: 'look'; readonly afterMilliseconds?: number; readonly reason: string }
  | { readonly next: 'park'; readonly reason: string };

export interface Loss {
  readonly lane: Lane;
  /** An earlier loss already led to a repeat. */
  readonly wasRepeated: boolean;
  readonly found: Found;
}

/**
 * A page is sent again, marked as a repeat; a check-in is parked and never blindly repeated; a reply is
 * tried once more. Where the platform lets us read back, nobody has to guess.
 */
export function afterLoss({ lane, wasRepeated, found }: Loss): AfterLoss {
  if (typeof found === 'string') return { next: 'sent', ref: found };
  if (found === null) return { next: 'send', isRepeat: wasRepeated };
  // A page cannot wait until the platform can be asked.
  if (lane === 'pages') return { next: 'send', isRepeat: true };
  const later = laterOf(found);
  if (later) {
    const { afterMilliseconds, detail: reason } = later;
    return { next: 'look', reason, ...(afterMilliseconds !== undefined && { afterMilliseconds }) };
  }
  if (lane === 'replies' && !wasRepeated) return { next: 'send', isRepeat: true };
  return { next: 'park', reason: 'Nobody knows whether it arrived, and it is not said twice.' };
}

/** When the platform may be asked again, where it did not answer. */
export function laterOf(found: Found): Extract<Sent, { outcome: 'retry' }> | null {
  return typeof found === 'object' && found !== null ? found.later : null;
}
