import { hour, minute, week } from '../../shared/time.ts';
import type { Phase } from '../../transitions/transition.ts';
import type { Rung } from './cadence.ts';

/** How close a manager wants us. */
export const closenesses = ['close', 'normal', 'light'] as const;
export type Closeness = (typeof closenesses)[number];

interface PhaseRungs {
  readonly start: Rung;
  readonly min: Rung;
  readonly max: Rung;
}

/** Every constant of check-ins, in one place. */
export const checkInPolicy = {
  /** How long each rung is, in business hours; inside the window the same number of hours round the clock. */
  rungHours: {
    '30m': 0.5,
    '1h': 1,
    '2h': 2,
    '4h': 4,
    '1d': 8,
    '2d': 16,
    '1w': 40,
    '2w': 80,
    'on-request': Number.POSITIVE_INFINITY,
  } satisfies Record<Rung, number>,

  /** The day rungs counted in working days of the customer. */
  rungDays: { '1d': 1, '2d': 2, '1w': 5, '2w': 10 } satisfies Partial<Record<Rung, number>>,

  /** Where each phase starts on the ladder, and how far it may move. */
  phases: {
    preparing: { start: '2d', min: '1d', max: '1w' },
    live: { start: '1h', min: '30m', max: '4h' },
    settling: { start: '1d', min: '4h', max: '2d' },
    steady: { start: '1w', min: '1d', max: '2w' },
    graduated: { start: 'on-request', min: 'on-request', max: 'on-request' },
  } satisfies Record<Phase, PhaseRungs>,

  /** The first check-in after the window lets people sleep, and comes no sooner than this after the welcome. */
  firstWhileSettling: { afterWindowMilliseconds: 4 * hour, afterStartMilliseconds: hour },

  /** The manager's dial. */
  closeness: { close: 0.2, normal: 0.5, light: 1.2 } satisfies Record<Closeness, number>,

  /** How long after its plan an open window, with work going on, still counts as one. */
  longestOverrunMilliseconds: 12 * hour,

  /** No check-in so soon after somebody on the customer's side spoke. */
  spokeSpellMilliseconds: { window: 30 * minute, otherwise: hour },
  /** A check-in later than this is skipped. */
  tooLateMilliseconds: 2 * hour,
  /** Unprompted messages a day for each person, outside the window. */
  budgetPerDay: 1,

  /** When a day's check-in comes, unless the customer's habit or wish says otherwise. */
  morning: '10:00',
  /** The customer's usual answering time moves check-ins only within these hours. */
  habit: { earliest: '09:30', latest: '15:30', answers: 5, moveMinutes: 90 },
  /** Distance a day's check-in keeps from the end of business. */
  beforeEndMinutes: 15,
  /** How much earlier one comes that the budget kept back, so that two transitions take turns. */
  takesTurnMinutes: 15,

  /** The one repeat inside the window: after half the rung, and not before 20 minutes. */
  repeatInWindow: { shareOfRung: 0.5, atLeastMilliseconds: 20 * minute },
  /** A resting customer is tried at most so often on an expected bad day, and without a repeat. */
  restAttemptEveryMilliseconds: week,
  /** How often a resting or stopped cadence is looked at inside the window: has a milestone changed? */
  restLookInWindowMilliseconds: 5 * minute,

  /** After a worry the next check-in comes within so many business hours. */
  afterWorryBusinessHours: { settling: 4, otherwise: 8 },
  /**
   * A worried answer without a word from the vendor becomes a page: in the window almost at once, for whoever
   * should answer may be asleep; outside it in business hours.
   */
  worryAnswered: { windowMilliseconds: minute, otherwiseBusinessHours: 2 },
  /** The same when the customer said it can wait. */
  worryCanWait: { windowMilliseconds: 2 * hour, otherwiseBusinessHours: 8 },
  /** Silence so soon after a trouble is a page, not a task. */
  silentAfterTroubleBusinessHours: 16,

  /** How many future check-ins a manager is shown. */
  previewCount: 5,
} as const;
