import { confidenceOpening, confidenceWords, percentWords } from '../confidence/words.ts';
import { shared, type Text, words } from '../delivery/audience.ts';
import { nextBusinessTime, type Working } from '../shared/business-hours.ts';
import { earliest, hour, inZone, plus, since, week } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import { durationWords } from './duration.ts';
import { isOnHold, isRunning, type Milestone } from './milestone.ts';
import { type Phase, settlingTime, type Transition } from './transition.ts';

/** The limits of the phase machine. */
export const phasePolicy = {
  steadyConfidence: 0.6,
  graduationConfidence: 0.85,
  goodAnswersInARow: 3,
  proposesAgainAfterMilliseconds: 4 * week,
  /** A step that is never reported done must not keep the customer in the night's rhythm for days. */
  longestOverrunMilliseconds: 12 * hour,
} as const;

/** What decides whether a transition may step back. */
export interface Readiness {
  readonly confidence: number;
  /** Why it is so, the most telling first. */
  readonly confidenceReasons?: readonly string[];
  /** What is still open, each in words for the manager. */
  readonly open: readonly string[];
  /** The customer's latest answers, newest first. */
  readonly answers: readonly string[];
  /** When this customer was last asked anything: one unprompted message a day is enough. */
  readonly lastAskedAt: Date | null;
  /** A question waits for its answer, or the check-ins rest or are paused. */
  readonly isQuiet: boolean;
}

/** Everything one look at a transition knows. */
export interface PhaseLook {
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  readonly readiness: Readiness;
  readonly customer: Working;
}

/** What a look leads to: a change of phase, a proposal to the customer, or waiting (for a stated reason). */
export type PhaseStep =
  | { readonly kind: 'change'; readonly to: Phase; readonly since: Date }
  | { readonly kind: 'propose'; readonly why: string; readonly lookAt: Date }
  | { readonly kind: 'hold'; readonly reason: string; readonly lookAt: Date }
  | { readonly kind: 'wait'; readonly lookAt: Date | null };

/** The phase machine: preparing → live → settling → steady → graduated, one step a look. */
export function phaseStep(look: PhaseLook, now: Date): PhaseStep {
  switch (look.transition.phase) {
    case 'preparing':
      return fromPreparing(look, now);
    case 'live':
      return fromLive(look, now);
    case 'settling':
      return fromSettling(look, now);
    case 'steady':
      return fromSteady(look, now);
    case 'graduated':
      return { kind: 'wait', lookAt: null };
  }
}

/** The next morning, on a working day, at which the customer begins to work. */
export function nextMorning(now: Date, customer: Working): Date {
  const tomorrow = inZone(now, customer.timeZone).plus({ days: 1 }).startOf('day').toJSDate();
  return nextBusinessTime(tomorrow, customer);
}

function fromPreparing({ transition }: PhaseLook, now: Date): PhaseStep {
  const { windowFrom } = transition;
  if (now < windowFrom) return { kind: 'wait', lookAt: windowFrom };
  return { kind: 'change', to: 'live', since: windowFrom };
}

function fromLive({ transition, milestones, customer }: PhaseLook, now: Date): PhaseStep {
  const { windowUntil } = transition;
  if (now < windowUntil) return { kind: 'wait', lookAt: windowUntil };
  const unsettled = milestones.find(one => isUnsettled(one, milestones, now));
  const atLatest = plus(windowUntil, phasePolicy.longestOverrunMilliseconds);
  if (unsettled && now < atLatest) {
    const reason = `The window is over, but "${unsettled.name}" is not settled yet.`;
    const end = isRunning(unsettled) ? null : unsettled.plannedUntil;
    const lookAt = earliest([nextMorning(now, customer), end, atLatest]) ?? atLatest;
    return { kind: 'hold', reason, lookAt };
  }
  const since = unsettled ? atLatest : settledAt(windowUntil, milestones, now);
  return { kind: 'change', to: 'settling', since };
}

/** Reported begun, or due to run until later than this: the window stays open for it. Of the rest nobody said anything. */
function isUnsettled(one: Milestone, all: readonly Milestone[], now: Date): boolean {
  if (isRunning(one)) return true;
  const isDue = one.plannedFrom <= now && now < one.plannedUntil;
  return one.state === 'planned' && isDue && !isOnHold(one, all);
}

function settledAt(windowUntil: Date, milestones: readonly Milestone[], now: Date): Date {
  const ends = milestones.flatMap(({ endedAt }) =>
    endedAt && endedAt <= now ? [endedAt.getTime()] : [],
  );
  return new Date(Math.max(windowUntil.getTime(), ...ends));
}

function fromSettling({ transition, readiness, customer }: PhaseLook, now: Date): PhaseStep {
  const over = plus(transition.phaseSince, settlingTime(transition.kind));
  if (now < over) return { kind: 'wait', lookAt: over };
  const reasons = [...lowConfidence(readiness, phasePolicy.steadyConfidence), ...readiness.open];
  if (reasons.length === 0) return { kind: 'change', to: 'steady', since: now };
  return { kind: 'hold', reason: reasons.join(' '), lookAt: nextMorning(now, customer) };
}

function fromSteady(look: PhaseLook, now: Date): PhaseStep {
  const { transition, readiness, customer } = look;
  const lookAt = nextMorning(now, customer);
  const again =
    transition.proposedAt &&
    plus(transition.proposedAt, phasePolicy.proposesAgainAfterMilliseconds);
  if (again && now < again) return { kind: 'wait', lookAt };
  const { goodAnswersInARow, graduationConfidence } = phasePolicy;
  const reasons = [...lowConfidence(readiness, graduationConfidence), ...readiness.open];
  if (reasons.length > 0 || !isContent(readiness.answers, goodAnswersInARow)) {
    return { kind: 'wait', lookAt };
  }
  const morning = nextBusinessTime(now, customer);
  if (readiness.isQuiet) return { kind: 'wait', lookAt };
  const { lastAskedAt } = readiness;
  if (lastAskedAt && isSameDay(lastAskedAt, now, customer)) return { kind: 'wait', lookAt };
  if (morning > now) return { kind: 'wait', lookAt: morning };
  const calm = durationWords(since(transition.phaseSince, now));
  const why = `${confidenceOpening(readiness.confidence)}, nothing open, the last three answers good, steady for ${calm}.`;
  return { kind: 'propose', why, lookAt };
}

function isSameDay(a: Date, b: Date, { timeZone }: Working): boolean {
  return inZone(a, timeZone).hasSame(inZone(b, timeZone), 'day');
}

/** True when the latest answers, as many as asked for, were all good. */
export function isContent(answers: readonly string[], count: number): boolean {
  const latest = answers.slice(0, count);
  return latest.length === count && latest.every(answer => answer === 'good');
}

function lowConfidence(
  { confidence, confidenceReasons = [] }: Readiness,
  atLeast: number,
): string[] {
  if (confidence >= atLeast) return [];
  const why = confidenceReasons.length > 0 ? ` The reasons: ${confidenceReasons.join('; ')}.` : '';
  return [`Confidence is ${confidenceWords(confidence)}; it takes ${percentWords(atLeast)}.${why}`];
}

/** The shared fact of a phase change, in plain words. */
export function phaseText({ name: called }: Pick<Transition, 'name'>, to: Phase): Text<'shared'> {
  const name = words(openly(called));
  switch (to) {
    case 'preparing':
      return shared`${name}: in preparation.`;
    case 'live':
      return shared`${name}: the window has opened.`;
    case 'settling':
      return shared`${name}: the window has closed, and the time of settling in begins.`;
    case 'steady':
      return shared`${name}: steady now.`;
    case 'graduated':
      return shared`${name}: complete. The check-ins have ended.`;
  }
}
