import type { Rung } from '../../src/check-ins/cadence/cadence.ts';
import { checkInPolicy } from '../../src/check-ins/cadence/policy.ts';
import { idealHours, nearestRung, nextRung } from '../../src/check-ins/cadence/step.ts';
import { cadenceRate, factorOf, standingAt } from '../../src/confidence/confidence.ts';
import type { Evidence } from '../../src/confidence/evidence.ts';
import type { Outlook } from '../../src/confidence/outlook.ts';
import { confidencePolicy } from '../../src/confidence/policy.ts';
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
function learning(outlook: Outlook): (sign: Sign | null) => number {
  const evidence: Evidence[] = [];
  return sign => {
    const at = instantAt(outlook, sign?.hour ?? 0);
    if (sign && sign.kind !== 'neutral') {
      const weight = confidencePolicy.troubles[sign.kind];
      evidence.push({ kind: sign.kind, weight, at, note: '' });
    }
    return cadenceRate(outlook, at, factorOf(standingAt(outlook, evidence, at)).mean);
  };
}

/** Inspection theory on the learnt rate, at any interval. */
export const theory: Way = ({ outlook, dial }) => {
  const rate = learning(outlook);
  return (sign, planned) => {
    const now = rate(sign);
    const isWord = sign !== null && sign.hour < planned && sign.kind === 'neutral';
    return isWord ? planned : (sign?.hour ?? 0) + idealHours(now, dial);
  };
};

/** What is built: the same on the ladder, outwards one rung at a time and only after an answer. */
export const ours: Way = ({ outlook, dial }) => {
  const rate = learning(outlook);
  let rung: Rung | null = null;
  return (sign, planned) => {
    const now = rate(sign);
    const hour = sign?.hour ?? 0;
    rung ??= nearestRung(idealHours(now, dial));
    const isAsked = sign === null || sign.hour >= planned;
    const cadence = { ...unbound, rung, closeness: dial };
    rung = nextRung({ cadence, phase: 'steady', rate: now }, occasionOf(sign, isAsked));
    const usual = hour + checkInPolicy.rungHours[rung];
    if (isAsked) return usual;
    return isTrouble(sign) ? Math.min(planned, usual) : planned;
  };
};

const unbound = {
  boundMin: '4h',
  boundMax: '2w',
  notQuicker: null,
  notSlower: null,
  pinned: false,
  pinnedRung: null,
} as const;

function occasionOf(sign: Sign | null, isAsked: boolean): 'answered' | 'worried' | 'time' {
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
