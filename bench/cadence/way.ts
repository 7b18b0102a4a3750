import type { Rung } from '../../src/check-ins/cadence/cadence.ts';
import { checkInPolicy } from '../../src/check-ins/cadence/policy.ts';
import {
  idealHours,
  nearestRung,
  nextRung,
  type StepCause,
} from '../../src/check-ins/cadence/step.ts';
import { cadenceRate, nearFactor } from '../../src/confidence/confidence.ts';
import type { Evidence } from '../../src/confidence/evidence.ts';
import { badSpells, type Outlook } from '../../src/confidence/outlook.ts';
import { confidencePolicy } from '../../src/confidence/policy.ts';
import { blank, isShaken, remembered } from '../../src/confidence/standing.ts';
import { instantAt } from './calendar.ts';
import type { Life, Sign } from './life.ts';

/** What a way of asking is given of a customer. Only the all-knowing one looks at the life itself. */
export interface Subject {
  readonly outlook: Outlook;
  readonly life: Life;
  readonly dial: number;
}

/** Hears a sign (null = the window has just closed) and says at which hour it asks next; `planned` is what it said before. */
export type Asker = (sign: Sign | null, planned: number) => number;

/** A way of asking. */
export type Way = (subject: Subject) => Asker;

const { nearHours } = confidencePolicy;
const oneDay = 8;

/** A plan by the stock age curve alone, the same for every customer. */
export const fixed: Way =
  ({ outlook, dial }) =>
  (sign, planned) => {
    if (sign && sign.hour < planned) return planned;
    return planned + idealHours(cadenceRate(outlook, instantAt(outlook, planned), 1), dial);
  };

/** A plan by a known mean rate for each hour, the same for every customer: the best a plan by age can be. */
export function fixedBy(rates: readonly number[]): Way {
  return ({ dial }) =>
    (sign, planned) => {
      if (sign && sign.hour < planned) return planned;
      const from = Math.floor(planned);
      const near = rates.slice(from, from + nearHours);
      const rate = near.reduce((sum, one) => sum + one, 0) / near.length;
      return planned + idealHours(rate, dial);
    };
}

/** Inspection theory on each customer's own hidden rate. */
export const allKnowing: Way = ({ life, dial }) => {
  let last = 0;
  return (sign, planned) => {
    if (sign && sign.hour < planned && sign.kind === 'neutral') return planned;
    last = sign?.hour ?? 0;
    return last + idealHours(Math.max(life.rate(nearHours), 1e-5), dial);
  };
};

/** What the real code makes of what was heard so far. */
interface Known {
  /** Troubles an hour as cadence sees them, at an hour to come. */
  rate(hour: number): number;
  /** The customer told of trouble shortly before the hour. */
  isShaken(hour: number): boolean;
}

function learning(outlook: Outlook): (sign: Sign | null) => Known {
  let memory = blank;
  return sign => {
    if (sign) memory = remembered(outlook, memory, evidenceOf(outlook, sign));
    const known = memory;
    return {
      rate: hour => {
        const at = instantAt(outlook, hour);
        return cadenceRate(outlook, at, nearFactor(outlook, known, at));
      },
      isShaken: hour => isShaken(outlook, known, instantAt(outlook, hour)),
    };
  };
}

/** A sign as the evidence it would be. */
export function evidenceOf(outlook: Outlook, { kind, hour }: Sign): Evidence {
  const known = kind === 'neutral' ? 'word' : kind;
  const weight = confidencePolicy.troubles[known];
  return { kind: known, weight, at: instantAt(outlook, hour), note: '' };
}

/** Inspection theory on the learnt rate, at any interval. */
export const theory: Way = ({ outlook, dial }) => {
  const learn = learning(outlook);
  return (sign, planned) => {
    const hour = sign?.hour ?? 0;
    const now = learn(sign).rate(hour);
    const isWord = sign !== null && sign.hour < planned && sign.kind === 'neutral';
    return isWord ? planned : hour + idealHours(now, dial);
  };
};

const { rungHours } = checkInPolicy;

/**
 * What is built: the ladder, outwards one rung at a time and only after an answer, one repeat on the working day
 * after a silence, sooner where a bad day comes, and put off by words that are no worry, though not beyond two rungs.
 */
export const ours: Way = ({ outlook, dial }) => {
  const learn = learning(outlook);
  let rung: Rung | null = null;
  let askedAt = 0;
  let isRepeat = false;
  return (sign, planned) => {
    const { rate, isShaken } = learn(sign);
    const hour = sign?.hour ?? 0;
    const isAsked = sign === null || sign.hour >= planned;
    if (isAsked) askedAt = hour;
    rung ??= nearestRung(idealHours(rate(hour), dial));
    const cadence = { ...unbound, rung, closeness: dial };
    const isHeld = dial <= checkInPolicy.closeness.normal && isShaken(hour);
    const isUnsettled = isInSpell(outlook, hour) || isHeld;
    const state = { cadence, phase: 'steady', rate: rate(hour), isUnsettled } as const;
    rung = nextRung(state, causeOf(sign, isAsked));
    isRepeat = sign?.kind === 'silence' && !isRepeat;
    if (isRepeat) return hour + oneDay;
    const usual = nextHour({ rate, rung, dial }, hour);
    if (isAsked) return usual;
    if (isTrouble(sign)) return Math.min(planned, hour + oneDay);
    const latest = askedAt + 2 * rungHours[rung];
    return isCalm(sign) ? Math.max(planned, Math.min(usual, latest)) : Math.min(planned, usual);
  };
};

interface Pace {
  readonly rate: (hour: number) => number;
  readonly rung: Rung;
  readonly dial: number;
}

/** One rung on, or the first working day before it whose own rung says that it is time. */
function nextHour({ rate, rung, dial }: Pace, from: number): number {
  for (let on = oneDay; on < rungHours[rung]; on += oneDay) {
    if (rungHours[nearestRung(idealHours(rate(from + on), dial))] <= on) return from + on;
  }
  return from + rungHours[rung];
}

function isInSpell(outlook: Outlook, hour: number): boolean {
  const [now, next] = [instantAt(outlook, hour), instantAt(outlook, hour + oneDay)];
  return badSpells(outlook, now, next).some(({ from, until }) => from <= now && until > next);
}

function isCalm(sign: Sign | null): boolean {
  return sign?.kind === 'neutral' || sign?.kind === 'thanks';
}

const unbound = {
  boundMin: '1d',
  boundMax: '2w',
  notQuicker: null,
  notSlower: null,
  pinned: false,
  pinnedRung: null,
} as const;

function causeOf(sign: Sign | null, isAsked: boolean): StepCause {
  if (isTrouble(sign)) return 'worried';
  return isAsked && (sign?.kind === 'good' || sign?.kind === 'fine') ? 'answered' : 'time';
}

function isTrouble(sign: Sign | null): boolean {
  return sign?.kind === 'worried' || sign?.kind === 'complaint';
}

/** Two good answers, one rung back; a worry, back to the first. The dial scales the whole ladder. */
export const twoGood: Way = ({ dial }) => {
  const steps = [8, 16, 40, 80];
  let rung = 0;
  let good = 0;
  return (sign, planned) => {
    const isWord = sign !== null && sign.hour < planned;
    if (isTrouble(sign)) rung = 0;
    if (isWord && !isTrouble(sign)) return planned;
    good = sign?.kind === 'good' ? good + 1 : 0;
    if (good === 2) {
      rung = Math.min(rung + 1, steps.length - 1);
      good = 0;
    }
    const usual = (sign?.hour ?? 0) + (steps[rung] ?? 80) * dial;
    return isWord ? Math.min(planned, usual) : usual;
  };
};

/** Each good answer doubles the interval; a worry starts again. */
export const backOff: Way = ({ dial }) => {
  let wait = 8;
  return (sign, planned) => {
    const isWord = sign !== null && sign.hour < planned;
    if (isTrouble(sign)) wait = 8;
    if (isWord && !isTrouble(sign)) return planned;
    if (sign?.kind === 'good') wait = Math.min(wait * 2, 128);
    const usual = (sign?.hour ?? 0) + wait * dial;
    return isWord ? Math.min(planned, usual) : usual;
  };
};
