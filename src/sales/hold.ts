import { nextBusinessTime, type Working } from '../shared/business-hours.ts';
import { day, plus } from '../shared/time.ts';

/** What goes on around a customer, as far as it concerns a selling conversation. None of it is anybody's words. */
export interface SalesScene {
  /** When the window that is open closes; null while none is. */
  readonly windowUntil: Date | null;
  readonly pageSince: Date | null;
  readonly worrySince: Date | null;
  readonly lateSince: Date | null;
  /** Since when they have not answered. */
  readonly silentSince: Date | null;
  /** They asked us to stop, which nobody else can. */
  readonly isStopped: boolean;
  /** Until when check-ins are paused, whoever asked for it; null or past when they are not. */
  readonly pausedUntil: Date | null;
  /** When they last complained, or gave us a low score. */
  readonly dissatisfiedAt: Date | null;
  /** What is known of their transitions; null when there is none, or all have graduated. */
  readonly change: 'under-way' | 'planned' | null;
  /** The lowest of their transitions under way; null while it is not known. */
  readonly confidence: number | null;
  /** How often we have written to them today without being asked. */
  readonly unpromptedToday: number;
  readonly working: Working;
}

export type HoldReason =
  | { readonly kind: 'window'; readonly until: Date }
  | { readonly kind: 'page'; readonly since: Date }
  | { readonly kind: 'worry'; readonly since: Date }
  | { readonly kind: 'late'; readonly since: Date }
  | { readonly kind: 'silence'; readonly since: Date }
  | { readonly kind: 'peace' }
  | { readonly kind: 'paused'; readonly until: Date }
  | { readonly kind: 'dissatisfied'; readonly at: Date }
  | { readonly kind: 'uneasy'; readonly confidence: number }
  | { readonly kind: 'budget' }
  | { readonly kind: 'hours'; readonly until: Date };

/** When sales asks, and what holds it back. */
export const salesPolicy = {
  /** A conversation is due so long after the last one. */
  every: 28 * day,
  /** Below it nobody sells: "uneasy". */
  lowConfidence: 0.35,
  /** A complaint or a low score speaks against a selling call for so long. */
  dissatisfiedFor: 14 * day,
} as const;

/** Everything that speaks against a selling conversation now, the weightiest first; empty = nothing does. */
export function holdOf(scene: SalesScene, now: Date): HoldReason[] {
  const { windowUntil, pageSince, worrySince, lateSince, silentSince, dissatisfiedAt } = scene;
  const { pausedUntil, confidence, working } = scene;
  const reasons: (HoldReason | null)[] = [
    pageSince && { kind: 'page', since: pageSince },
    windowUntil && { kind: 'window', until: windowUntil },
    worrySince && { kind: 'worry', since: worrySince },
    lateSince && { kind: 'late', since: lateSince },
    scene.isStopped ? { kind: 'peace' } : null,
    pausedUntil && pausedUntil > now ? { kind: 'paused', until: pausedUntil } : null,
    silentSince && { kind: 'silence', since: silentSince },
    dissatisfiedAt && plus(dissatisfiedAt, salesPolicy.dissatisfiedFor) > now
      ? { kind: 'dissatisfied', at: dissatisfiedAt }
      : null,
    confidence !== null && confidence < salesPolicy.lowConfidence
      ? { kind: 'uneasy', confidence }
      : null,
    ...passing(scene.unpromptedToday, nextBusinessTime(now, working), now),
  ];
  return reasons.filter(reason => reason !== null);
}

function passing(unpromptedToday: number, open: Date, now: Date): HoldReason[] {
  if (open > now) return [{ kind: 'hours', until: open }];
  return unpromptedToday > 0 ? [{ kind: 'budget' }] : [];
}

/** Whether it says something of how they are; what passes with the day does not. */
export function isWeighty({ kind }: HoldReason): boolean {
  return kind !== 'budget' && kind !== 'hours';
}
