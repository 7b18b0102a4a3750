import type { Working } from '../shared/business-hours.ts';
import { day, earliest, plus } from '../shared/time.ts';
import type { Evidence } from './evidence.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { confidencePolicy, type TransitionKind } from './policy.ts';

/** Everything confidence is computed from. */
export interface Known {
  readonly outlook: Outlook;
  readonly evidence: readonly Evidence[];
  readonly customer: Working;
}

/** What confidence needs to know of a transition. */
export interface ConfidenceSubject {
  readonly transition: {
    readonly id: string;
    readonly customerId: string;
    readonly kind: string;
    readonly phase: string;
    readonly windowFrom: Date;
    readonly windowUntil: Date;
  };
  readonly customer: Working;
}

/** The same, as it was written down: what was known at a moment is seen in it. */
export interface Basis extends ConfidenceSubject {
  readonly kind: TransitionKind;
  /** Oldest first, from as long before the moment as confidence remembers. */
  readonly evidence: readonly Evidence[];
  readonly learnt: readonly number[] | null;
}

/** The oldest evidence that still counts. */
export function rememberedSince(now: Date): Date {
  return plus(now, -confidencePolicy.memoryDays * day);
}

/** What is known at a moment, laid on the customer's calendar. */
export function knownAt({ transition, customer, kind, learnt, ...basis }: Basis, now: Date): Known {
  const { windowFrom, windowUntil, phase } = transition;
  const oldest = rememberedSince(now);
  const evidence = basis.evidence.filter(({ at }) => at >= oldest);
  const course = { kind, windowFrom, windowUntil, isLive: phase === 'live', learnt };
  const begin = plus(earliest([windowFrom, evidence[0]?.at, now]) ?? now, -14 * day);
  const from = new Date(Math.max(begin.getTime(), oldest.getTime()));
  const until = plus(now > windowUntil ? now : windowUntil, 30 * day);
  return { outlook: outlookOf(course, customer, { from, until, now }), evidence, customer };
}
