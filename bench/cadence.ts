import { createSeededRandom } from '../src/adapters/clock/seeded-random.ts';
import type { Rung } from '../src/check-ins/cadence/cadence.ts';
import { checkInPolicy } from '../src/check-ins/cadence/policy.ts';
import { idealHours, nearestRung, nextRung } from '../src/check-ins/cadence/step.ts';
import { factorOf } from '../src/confidence/confidence.ts';
import { ageBetween, type Outlook, outlookOf } from '../src/confidence/outlook.ts';
import { confidencePolicy } from '../src/confidence/policy.ts';
import { day, plus } from '../src/shared/time.ts';
import { report } from './figures.ts';

/**
 * Simulates customers with hidden moods and compares how many messages each way of asking needs at equal
 * care, which is the hours of trouble nobody knows of. Trouble begins at typical × age × the customer's own
 * factor, drawn from the same Gamma the model assumes, and lasts until an answered check-in shows it. One
 * question in five is not answered. Nobody speaks up unasked: that is what a simulation lacks.
 */
export async function benchCadence(customers = 1_500): Promise<void> {
  const moods = Array.from({ length: customers }, (_, index) => moodOf(index + 1));
  const base = simulate(moods, fixed, 0.5);
  report('cadence: fixed schedule by age alone', {
    messages: base.messages,
    unnoticed_hours: base.care,
  });
  for (const [name, way] of ways) {
    const { dial, messages, care } = atEqualCare(moods, way, base.care);
    report(`cadence: ${name}`, {
      messages,
      unnoticed_hours: care,
      ratio: messages / base.messages,
      dial,
    });
  }
}

/** Twelve working weeks, in business hours. */
const horizon = 480;
const answerShare = 0.8;
const { typical } = confidencePolicy.kinds['go-live'];
const outlook = workingOutlook();
/** The age integrated to each business hour, so that a mood is a matter of looking up. */
const ageUntil = Array.from({ length: horizon + 200 }, (_, hour) =>
  ageBetween(outlook, outlook.closes, outlook.closes + hour),
);

function workingOutlook(): Outlook {
  const windowUntil = new Date('2026-03-07T06:00:00Z');
  const customer = {
    timeZone: 'UTC',
    businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
  };
  const course = {
    kind: 'go-live',
    windowFrom: plus(windowUntil, -day / 2),
    windowUntil,
    isLive: false,
  } as const;
  const until = plus(windowUntil, 200 * day);
  return outlookOf(course, customer, { from: plus(windowUntil, -day), until, now: windowUntil });
}

interface Mood {
  readonly factor: number;
  /** Each trouble begins when the hazard since the last one reaches the next of these. */
  readonly thresholds: readonly number[];
  /** Whether the n-th question is answered. */
  readonly answers: readonly boolean[];
}

function moodOf(seed: number): Mood {
  const random = createSeededRandom(seed * 7_919);
  const { fraction } = random;
  return {
    factor: gamma(confidencePolicy.prior, fraction) / confidencePolicy.prior,
    thresholds: Array.from({ length: 200 }, () => -Math.log(1 - fraction())),
    answers: Array.from({ length: 2_000 }, () => fraction() < answerShare),
  };
}

/** Gamma with shape below 1: Marsaglia and Tsang (2000) at shape + 1, boosted down. */
function gamma(shape: number, fraction: () => number): number {
  const d = shape + 1 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - fraction()) >= normal ** 2 / 2 + d - d * v + d * Math.log(v)) continue;
    return d * v * (1 - fraction()) ** (1 / shape);
  }
}

/** What a way of asking may know: its own state, the hour, and what the last question brought. */
interface Look {
  readonly hour: number;
  readonly answer: 'good' | 'worried' | 'silent' | null;
  readonly sinceLast: number;
  readonly dial: number;
  readonly mood: Mood;
}

/** A way of asking: hours until the next question. A fresh one for each customer. */
type Way = () => (look: Look) => number;

interface Outcome {
  readonly messages: number;
  readonly care: number;
}

function simulate(moods: readonly Mood[], way: Way, dial: number): Outcome {
  let messages = 0;
  let care = 0;
  for (const mood of moods) {
    const lived = liveThrough(mood, way(), dial);
    messages += lived.messages;
    care += lived.care;
  }
  return { messages: messages / moods.length, care: care / moods.length };
}

function liveThrough(mood: Mood, ask: (look: Look) => number, dial: number): Outcome {
  let messages = 0;
  let care = 0;
  let answer: Look['answer'] = null;
  let troubles = 0;
  let began = troubleAfter(mood, 0, troubles);
  let last = 0;
  for (let hour = ask({ hour: 0, answer, sinceLast: 0, dial, mood }); hour < horizon; ) {
    messages += 1;
    const isTroubled = began <= hour;
    answer = mood.answers[messages] ? (isTroubled ? 'worried' : 'good') : 'silent';
    if (answer === 'worried') {
      care += hour - began;
      troubles += 1;
      began = troubleAfter(mood, hour, troubles);
    }
    const wait = ask({ hour, answer, sinceLast: hour - last, dial, mood });
    last = hour;
    hour += Math.max(0.5, wait);
  }
  return { messages, care: care + Math.max(0, horizon - began) };
}

/** When the next trouble begins, in business hours after the window. */
function troubleAfter({ factor, thresholds }: Mood, hour: number, nth: number): number {
  const wanted = at(hour) + (thresholds[nth] ?? Number.POSITIVE_INFINITY) / (typical * factor);
  let later = Math.floor(hour);
  while (later < horizon && at(later) < wanted) later += 1;
  return later;
}

function at(hour: number): number {
  const whole = Math.floor(hour);
  const [a = 0, b = 0] = [ageUntil[whole], ageUntil[whole + 1]];
  return a + (b - a) * (hour - whole);
}

function meanAge(hour: number, hours: number): number {
  return (at(hour + hours) - at(hour)) / hours;
}

/** A plan by age alone, the same for every customer. */
const fixed: Way =
  () =>
  ({ hour, dial }) =>
    idealHours(typical * meanAge(hour, confidencePolicy.nearHours), dial);

/** The same with the customer's hidden factor known. */
const knowing: Way =
  () =>
  ({ hour, dial, mood }) =>
    idealHours(
      typical * meanAge(hour, confidencePolicy.nearHours) * Math.max(mood.factor, 0.02),
      dial,
    );

/** The model's rate for this customer, from what was seen and expected so far. */
function learning(): (look: Look) => number {
  let seen = 0;
  let expected = 0;
  return ({ hour, answer, sinceLast }) => {
    const { halfLifeHours, tells, nearHours } = confidencePolicy;
    const fade = 2 ** (-sinceLast / halfLifeHours);
    const share = answer === null ? 0 : answer === 'silent' ? tells.silence : 1;
    seen = seen * fade + (answer === 'worried' ? 1 : 0);
    expected = expected * fade + share * typical * (at(hour) - at(hour - sinceLast));
    return typical * meanAge(hour, nearHours) * factorOf({ seen, expected }).mean;
  };
}

/** Inspection theory on the learnt rate, at any interval. */
const theory: Way = () => {
  const rate = learning();
  return look => idealHours(rate(look), look.dial);
};

/** What is built: the same on the ladder, outwards one rung at a time and only after an answer. */
const ladder: Way = () => {
  const rate = learning();
  let rung: Rung | null = null;
  return look => {
    const now = rate(look);
    rung ??= nearestRung(idealHours(now, look.dial));
    const free = {
      boundMin: '4h',
      boundMax: '2w',
      notQuicker: null,
      notSlower: null,
      pinned: false,
      pinnedRung: null,
    } as const;
    const occasion =
      look.answer === 'good' ? 'answered' : look.answer === 'worried' ? 'worried' : 'time';
    rung = nextRung(
      { cadence: { ...free, rung, closeness: look.dial }, phase: 'steady', rate: now },
      occasion,
    );
    return checkInPolicy.rungHours[rung];
  };
};

/** Two good answers, one rung back; a worry, back to the first. The dial scales the whole ladder. */
const twoGood: Way = () => {
  const steps = [8, 16, 40, 80];
  let rung = 0;
  let good = 0;
  return ({ answer, dial }) => {
    good = answer === 'good' ? good + 1 : 0;
    if (answer === 'worried') rung = 0;
    if (good === 2) {
      rung = Math.min(rung + 1, steps.length - 1);
      good = 0;
    }
    return (steps[rung] ?? 80) * dial;
  };
};

/** Each good answer doubles the interval; a worry starts again. */
const backOff: Way = () => {
  let wait = 8;
  return ({ answer, dial }) => {
    if (answer === 'good') wait = Math.min(wait * 2, 128);
    if (answer === 'worried') wait = 8;
    return wait * dial;
  };
};

const ways: readonly (readonly [string, Way])[] = [
  ['an all-knowing schedule', knowing],
  ['inspection theory on the learnt rate', theory],
  ['ours, on the ladder', ladder],
  ['two good answers = one rung back', twoGood],
  ['exponential back-off', backOff],
];

/** Turns the way's dial until its customers are cared for as well as the fixed schedule's. */
function atEqualCare(moods: readonly Mood[], way: Way, care: number): Outcome & { dial: number } {
  let low = 0.01;
  let high = 20;
  for (let turn = 0; turn < 24; turn += 1) {
    const middle = Math.sqrt(low * high);
    if (simulate(moods, way, middle).care > care) high = middle;
    else low = middle;
  }
  const dial = Math.sqrt(low * high);
  return { ...simulate(moods, way, dial), dial };
}
