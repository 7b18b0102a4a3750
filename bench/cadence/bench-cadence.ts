import { checkInPolicy, closenesses } from '../../src/check-ins/cadence/policy.ts';
import { report } from '../figures.ts';
import { benchCalibration } from './bench-calibration.ts';
import { benchLearning } from './bench-learning.ts';
import { firstWorld } from './first-world.ts';
import { horizon, type World } from './life.ts';
import { atEqualCare, birthsOf, liveAll } from './live.ts';
import { secondWorld } from './second-world.ts';
import { allKnowing, backOff, fixed, fixedBy, ours, theory, twoGood, type Way } from './way.ts';

/** Seeds from here on are for reporting alone; what is tuned, is tuned on those below. */
const heldOut = 1_000_001;

/**
 * How many messages each way of asking needs at equal care, which is the hours of trouble nobody knows of, in
 * the world the model assumes and in one that assumes nothing of it, at each setting of the manager's dial; and how
 * far each goes from the fixed schedule (0 %) to the all-knowing one (100 %).
 */
export async function benchCadence(customers = 800): Promise<void> {
  for (const world of [firstWorld, secondWorld]) {
    console.log(`\n${world.name}`);
    const births = birthsOf(world, heldOut, customers);
    const ways = waysIn(world, customers);
    for (const closeness of closenesses) {
      const dial = checkInPolicy.closeness[closeness];
      const base = liveAll(births, fixed, dial);
      report(`${closeness}: fixed schedule by the stock age curve`, { ...base });
      const perfect = atEqualCare(births, allKnowing, base.unnoticed).messages;
      for (const [name, way] of ways) {
        const { dial: found, messages } = atEqualCare(births, way, base.unnoticed);
        const ratio = messages / base.messages;
        const share = (base.messages - messages) / (base.messages - perfect);
        const percent = `${Math.round(100 * share)} %`;
        report(`${closeness}: ${name}`, { messages, ratio, 'of the way': percent, dial: found });
      }
    }
  }
  benchCalibration();
  benchLearning();
}

function waysIn(world: World, customers: number): (readonly [string, Way])[] {
  return [
    ['a fixed schedule by that world’s own curve', fixedBy(meanRates(world, customers))],
    ['an all-knowing schedule', allKnowing],
    ['inspection theory on the learnt rate', theory],
    ['ours, on the ladder', ours],
    ['two good answers = one rung back', twoGood],
    ['exponential back-off', backOff],
  ];
}

/** The mean rate of each hour after the window, over customers nobody is judged by. */
function meanRates(world: World, customers: number): number[] {
  const rates = Array.from({ length: horizon + 60 }, () => 0);
  for (const { begin } of birthsOf(world, 1, customers)) {
    const life = begin();
    for (let hour = 0; hour < horizon; hour += 1) {
      rates[hour] = (rates[hour] ?? 0) + life.rate(1) / customers;
      while (life.goOn(hour + 1)) {
        // Words on the way change nothing here.
      }
    }
  }
  const last = rates[horizon - 1] ?? 0;
  return rates.map((rate, hour) => (hour < horizon ? rate : last));
}
