import { hoursUntil } from './calendar.ts';
import type { Evidence } from './evidence.ts';
import { ageByStretch, type Outlook } from './outlook.ts';
import { confidencePolicy } from './policy.ts';
import { isSoonAfter, isVoiced } from './standing.ts';

/** What one sign of a customer tells: so many troubles in a time in which so many were expected in each stretch. */
export interface Told {
  readonly troubles: number;
  readonly expected: readonly number[];
}

/** One transition, as far as a curve is learnt from it. */
export interface Lived {
  readonly told: readonly Told[];
  /** Troubles the stock curve expects of an average customer in each stretch. */
  readonly stock: readonly number[];
}

/** Reads from a customer's evidence what can be learnt: an answer tells of the time since the last one. */
export function livedBy(outlook: Outlook, evidence: readonly Evidence[], until: Date): Lived {
  const { kinds, tells, tellsAtMostHours } = confidencePolicy;
  const { typical } = kinds[outlook.course.kind];
  const scaled = (a: number, b: number): number[] =>
    ageByStretch(outlook, a, b).map(age => age * typical);
  const told: Told[] = [];
  let from = outlook.closes;
  let trouble: Date | null = null;
  for (const one of evidence) {
    const there = hoursUntil(outlook.calendar, one.at);
    if (there <= outlook.closes || one.at > until || tells[one.kind] !== 1) continue;
    const isSame: boolean = isVoiced(one) && trouble !== null && isSoonAfter(trouble, one.at);
    if (isVoiced(one) && !isSame) trouble = one.at;
    const expected = scaled(Math.max(from, there - tellsAtMostHours), there);
    told.push({ troubles: isSame ? 0 : one.weight, expected });
    from = there;
  }
  const end = Math.max(outlook.closes, hoursUntil(outlook.calendar, until));
  return { told, stock: scaled(outlook.closes, Math.max(end, outlook.closes + 200)) };
}
