import { createSeededRandom } from '../../src/adapters/clock/seeded-random.ts';
import { ageBetween } from '../../src/confidence/outlook.ts';
import { confidencePolicy } from '../../src/confidence/policy.ts';
import { outlookAfterSaturday } from './calendar.ts';
import { gamma } from './chance.ts';
import { type Birth, horizon, type Life, type World } from './life.ts';

const answerShare = 0.8;
const { typical } = confidencePolicy.kinds['go-live'];
const outlook = outlookAfterSaturday(0);
/** The age integrated to each business hour, so that a life is a matter of looking up. */
type AgeUntil = readonly number[];

/**
 * The world the model assumes. Trouble begins at typical × age × the customer's own factor, drawn from the
 * model's own Gamma, and lasts until an answered check-in shows it. One question in five is not answered.
 * Nobody speaks up unasked.
 */
export const firstWorld: World = worldByModel('the world the model assumes', () => 1);

/** The same, but for some hours in which trouble is so many times as likely. */
export function worldByModel(name: string, raise: (hour: number) => number): World {
  const ageUntil = [0];
  for (let hour = 0; hour < horizon + 200; hour += 1) {
    const [from, until] = [outlook.closes + hour, outlook.closes + hour + 1];
    ageUntil.push((ageUntil.at(-1) ?? 0) + raise(hour) * ageBetween(outlook, from, until));
  }
  return { name, birth: seed => birthOf(seed, ageUntil) };
}

function birthOf(seed: number, ageUntil: AgeUntil): Birth {
  const { fraction } = createSeededRandom(seed * 7_919);
  const mood: Mood = {
    ageUntil,
    factor: gamma(confidencePolicy.prior, fraction) / confidencePolicy.prior,
    thresholds: Array.from({ length: 200 }, () => -Math.log(1 - fraction())),
    answers: Array.from({ length: 2_000 }, () => fraction() < answerShare),
  };
  return { outlook, begin: () => lifeOf(mood) };
}

interface Mood {
  readonly ageUntil: AgeUntil;
  readonly factor: number;
  /** Each trouble begins when the hazard since the last one reaches the next of these. */
  readonly thresholds: readonly number[];
  /** Whether the n-th question is answered. */
  readonly answers: readonly boolean[];
}

function lifeOf(mood: Mood): Life {
  let hour = 0;
  let asked = 0;
  let troubles = 0;
  let unnoticed = 0;
  let began = troubleAfter(mood, 0, troubles);
  return {
    goOn: until => {
      hour = until;
      return null;
    },
    ask: () => {
      asked += 1;
      if (!mood.answers[asked]) return { hour, kind: 'silence', manner: null };
      if (began > hour) return { hour, kind: 'good', manner: null };
      unnoticed += hour - began;
      troubles += 1;
      began = troubleAfter(mood, hour, troubles);
      return { hour, kind: 'worried', manner: null };
    },
    rate: hours => (typical * mood.factor * (at(mood, hour + hours) - at(mood, hour))) / hours,
    unnoticed: () => unnoticed + Math.max(0, hour - began),
  };
}

/** When the next trouble begins, in business hours after the window. */
function troubleAfter(mood: Mood, hour: number, nth: number): number {
  const { factor, thresholds } = mood;
  const wanted =
    at(mood, hour) + (thresholds[nth] ?? Number.POSITIVE_INFINITY) / (typical * factor);
  let later = Math.floor(hour);
  while (later < horizon && at(mood, later) < wanted) later += 1;
  return later;
}

function at({ ageUntil }: Mood, hour: number): number {
  const whole = Math.floor(hour);
  const [a = 0, b = 0] = [ageUntil[whole], ageUntil[whole + 1]];
  return a + (b - a) * (hour - whole);
}
