import { checkInPolicy } from '../../src/check-ins/cadence/policy.ts';
import {
  calibrated,
  calibrationLines,
  type Week,
  weeksOf,
} from '../../src/confidence/calibration.ts';
import type { Evidence } from '../../src/confidence/evidence.ts';
import { instantAt } from './calendar.ts';
import { firstWorld } from './first-world.ts';
import { type Birth, horizon } from './life.ts';
import { birthsOf, liveThrough } from './live.ts';
import { secondWorld } from './second-world.ts';
import { evidenceOf, ours } from './way.ts';

/** Of all weeks said to pass quietly with some confidence, how many did: in both worlds, asked at "normal". */
export function benchCalibration(customers = 300): void {
  for (const world of [firstWorld, secondWorld]) {
    const weeks = birthsOf(world, 4_000_001, customers).flatMap(weeksIn);
    console.log(
      `\ncalibration in ${world.name}\n${calibrationLines(calibrated(weeks)).join('\n')}`,
    );
  }
}

function weeksIn(birth: Birth): Week[] {
  const { outlook } = birth;
  const evidence: Evidence[] = [];
  const way = { way: ours, dial: checkInPolicy.closeness.normal };
  const hear = (sign: Parameters<typeof evidenceOf>[1]): unknown =>
    evidence.push(evidenceOf(outlook, sign));
  liveThrough(birth, way, { marks: [], hear, mark: () => {} });
  return weeksOf(outlook, evidence, instantAt(outlook, horizon));
}
