import { inZone } from '../../shared/time.ts';
import type { TimelineEvent } from '../../timeline/event.ts';

/** What any colleague needs to help this customer, even when the advocate is away. */
export interface Brief {
  /** "Day 4 after ERP go-live." */
  readonly phase: string | null;
  readonly confidence: { readonly today: number; readonly yesterday: number | null } | null;
  readonly promises: readonly { readonly text: string; readonly promisedFor: Date }[];
  /** The newest facts, internal ones included, newest first. */
  readonly events: readonly TimelineEvent[];
  /** What the setup says about the customer. */
  readonly about: string;
  /** Why something of it is missing; null when nothing is. */
  readonly missing: string | null;
}

export const emptyBrief: Brief = {
  phase: null,
  confidence: null,
  promises: [],
  events: [],
  about: '',
  missing: null,
};

interface Window {
  readonly name: string;
  readonly windowFrom: Date;
  readonly windowUntil: Date;
}

/** Where a transition stands in calendar days of the customer: before, during or after its window. */
export function briefPhase(transition: Window, timeZone: string, now: Date): string {
  const { name, windowFrom, windowUntil } = transition;
  const days = (from: Date, until: Date) =>
    Math.round(
      inZone(until, timeZone).startOf('day').diff(inZone(from, timeZone).startOf('day'), 'days')
        .days,
    );
  if (now < windowFrom) {
    const ahead = days(now, windowFrom);
    if (ahead === 0) return `${name} begins today.`;
    return `${ahead} ${ahead === 1 ? 'day' : 'days'} before ${name}.`;
  }
  if (now < windowUntil) return `${name} is under way.`;
  const passed = days(windowUntil, now);
  return passed === 0 ? `${name} ended today.` : `Day ${passed} after ${name}.`;
}
