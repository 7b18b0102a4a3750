import { createSeededRandom } from '../../src/adapters/clock/seeded-random.ts';
import { ageBetween } from '../../src/confidence/outlook.ts';
import { confidencePolicy } from '../../src/confidence/policy.ts';
import { outlookAfterSaturday } from './calendar.ts';
import { gamma } from './chance.ts';
import { horizon, type Life, type World } from './life.ts';

const answerShare = 0.8;
const { typical } = confidencePolicy.kinds['go-live'];
const outlook = outlookAfterSaturday(0);
/** The age integrated to each business hour, so that a life is a matter of looking up. */
const ageUntil = Array.from({ length: horizon + 200 }, (_, hour) =>
  ageBetween(outlook, outlook.closes, outlook.closes + hour),
);

/**
 * The world the model assumes. Trouble begins at typical × age × the customer's own factor, drawn from the
 * model's own Gamma, and lasts until an answered check-in shows it. One question in five is not answered.
 * Nobody speaks up unasked.
 */
export const firstWorld: World = {
  name: 'the world the model assumes',
  birth: seed => {
    const { fraction } = createSeededRandom(seed * 7_919);
    const mood: Mood = {
      factor: gamma(confidencePolicy.prior, fraction) / confidencePolicy.prior,
      thresholds: Array.from({ length: 200 }, () => -Math.log(1 - fraction())),
      answers: Array.from({ length: 2_000 }, () => fraction() < answerShare),
    };
    return { outlook, begin: () => lifeOf(mood) };
  },
};

interface Mood {
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
    rate: hours => (typical * mood.factor * (at(hour + hours) - at(hour))) / hours,
    unnoticed: () => unnoticed + Math.max(0, hour - began),
  };
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
