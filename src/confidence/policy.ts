import { day } from '../shared/time.ts';

/** What we can learn about how a customer is doing. */
export const evidenceKinds = [
  'worried',
  'complaint',
  'page',
  'missed-promise',
  'late-milestone',
  'fine',
  'good',
  'thanks',
  'word',
  'silence',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What kind of change a transition is; the age curve and the bad days belong to it. */
export const transitionKinds = ['go-live', 'upgrade', 'outsourcing', 'new-method'] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/**
 * A day on which trouble is expected, and by how much it raises the age curve while it lasts.
 * `working-day`: the n-th working day that begins after the window. `month-end`: counted in working
 * days from the last one of the month, at the first month-end after the window.
 */
export type BadDayRule =
  | {
      readonly kind: 'working-day';
      readonly name: string;
      readonly n: number;
      readonly raise: number;
    }
  | {
      readonly kind: 'month-end';
      readonly name: string;
      readonly from: number;
      readonly until: number;
      readonly raise: number;
    };

/** Highest right after the change, then fading: floor + extra · e^(−t / fadeHours), t in business hours since the window. */
export interface AgeCurve {
  readonly floor: number;
  readonly extra: number;
  readonly fadeHours: number;
}

interface KindPolicy {
  /** Troubles per business hour of an average customer at age 1. */
  readonly typical: number;
  readonly age: AgeCurve;
  readonly badDays: readonly BadDayRule[];
}

const curve: AgeCurve = { floor: 0.35, extra: 1.65, fadeHours: 48 };
const dayOne: BadDayRule = { kind: 'working-day', name: 'day 1', n: 1, raise: 0.7 };
const dayThree: BadDayRule = { kind: 'working-day', name: 'day 3', n: 3, raise: 0.7 };
const monthEnd: BadDayRule = {
  kind: 'month-end',
  name: 'the first month-end',
  from: -2,
  until: 1,
  raise: 1.75,
};

/** Every constant of confidence, in one place. The numbers and where they come from: docs/decisions/04-confidence.md. */
export const confidencePolicy = {
  kinds: {
    'go-live': { typical: 0.014, age: curve, badDays: [dayOne, dayThree, monthEnd] },
    upgrade: { typical: 0.014, age: curve, badDays: [dayOne, dayThree] },
    outsourcing: { typical: 0.014, age: curve, badDays: [dayOne, dayThree, monthEnd] },
    'new-method': { typical: 0.014, age: curve, badDays: [dayOne, dayThree] },
  } satisfies Record<TransitionKind, KindPolicy>,

  /** How many troubles one piece of evidence counts for. */
  troubles: {
    worried: 1,
    complaint: 1,
    page: 1,
    'missed-promise': 1,
    'late-milestone': 1,
    fine: 0.12,
    good: 0,
    thanks: 0,
    word: 0,
    silence: 0,
  } satisfies Record<EvidenceKind, number>,

  /**
   * How much of the time since the last sign a new sign speaks for: an answer tells all of it, words said
   * unasked and without a worry half, silence about a third. What is not the customer's own voice tells nothing
   * about the time before it.
   */
  tells: {
    worried: 1,
    complaint: 1,
    page: 1,
    'missed-promise': null,
    'late-milestone': null,
    fine: 1,
    good: 1,
    thanks: 1,
    word: 0.5,
    silence: 0.35,
  } satisfies Record<EvidenceKind, number | null>,

  /**
   * Trouble seldom comes alone: by so much it raises the rate of the hours after it, and that fades by e within
   * so many business hours. Not counted into what was expected: the factor is about the long run.
   */
  aftershock: {
    raises: { worried: 1.5, complaint: 1.5, page: 1.5, fine: 0.75 } as Readonly<
      Partial<Record<EvidenceKind, number>>
    >,
    fadeHours: 24,
  },

  /**
   * What a vendor's own transitions teach, of the last `transitions`. In each stretch of age the stock curve counts as
   * `priorTransitions` of them; three in ten stretches are thought to differ, and none is moved by more than a factor
   * `atMost`. A stretch is called worse or better from that probability on that it is; the whole is moved only where it
   * lies so many standard deviations off.
   */
  learning: {
    priorTransitions: 20,
    differs: 0.3,
    foundFrom: 0.8,
    sureness: 2.3,
    atMost: 3,
    transitions: 200,
  },

  /** Signs of trouble in the customer's voice so soon after another are the same trouble: a worry, then a page. */
  sameTroubleHours: 2,

  /** A sign speaks for at most so many business hours before it (two weeks, the widest rung). */
  tellsAtMostHours: 80,
  /** The first sign of all, when it comes before the window: one rung of the preparation. */
  firstTellsHours: 16,

  /** Gamma prior of a customer's own factor: so many troubles seen among so many expected. Mean 1. */
  prior: 0.8,
  /** Seen and expected troubles count half after so many business hours (15 working weeks). */
  halfLifeHours: 600,
  /** Evidence older than this no longer moves the number by a hundredth. */
  memoryDays: 400,
  /** The prudent rate lies so many standard deviations above the mean: about the 80th percentile. */
  prudence: 0.84,
  /** Confidence speaks about the coming working week. */
  horizonHours: 40,
  /** Cadence looks only so far ahead: two working days, so that it is quick before a bad day and relaxes after. */
  nearHours: 16,
  /** So old may a confidence be that only orders the portfolio; what happens has it looked at again at once. */
  renewedMilliseconds: day,
} as const;
