import { checkInPolicy } from '../../src/check-ins/cadence/policy.ts';
import type { Evidence } from '../../src/confidence/evidence.ts';
import { type Learnt, learn } from '../../src/confidence/learning.ts';
import { type Lived, livedBy } from '../../src/confidence/lived.ts';
import { report } from '../figures.ts';
import { instantAt } from './calendar.ts';
import { worldByModel } from './first-world.ts';
import { type Birth, horizon, type World } from './life.ts';
import { birthsOf, liveThrough } from './live.ts';
import { evidenceOf, ours, type Way } from './way.ts';

const average = worldByModel('an average vendor', () => 1);
const badDaySix = worldByModel('a vendor whose day 6 is three times as bad', hour =>
  hour >= 40 && hour < 48 ? 3 : 1,
);
const transitions = 40;

/**
 * What forty transitions teach: of a vendor whose day 6 is three times as bad, and of an average one, of whom
 * nothing should be learnt. New customers of each are asked by the stock curve and by what was learnt.
 */
export function benchLearning(vendors = 24, customers = 600): void {
  for (const world of [badDaySix, average]) {
    console.log(`\nlearning from ${transitions} transitions of ${world.name}`);
    const learnts = Array.from({ length: vendors }, (_, vendor) => learnFrom(world, vendor));
    const found = (name: string): number =>
      learnts.filter(one => one.stretches.some(each => each.name === name && each.isFound)).length;
    const others = learnts.flatMap(one => one.stretches.filter(each => each.name !== 'day 6'));
    report('day 6 found', { share: found('day 6') / vendors });
    report('another stretch found', {
      share: others.filter(one => one.isFound).length / others.length,
    });
    report('moved altogether', { share: learnts.filter(one => one.level !== 1).length / vendors });
    for (const closeness of ['normal', 'light'] as const) {
      const dial = checkInPolicy.closeness[closeness];
      const births = birthsOf(world, 2_000_001, customers);
      const before = careOf(births, ours, dial);
      const after = meanOf(
        learnts.slice(0, 3).map(one => atEqualMessages(births, byLearnt(one), { dial, before })),
      );
      const same = meanOf(learnts.slice(0, 3).map(one => careOf(births, byLearnt(one), dial)));
      report(`${closeness}: by the stock curve`, { ...before });
      report(`${closeness}: by what was learnt, same dial`, { ...same });
      report(`${closeness}: by what was learnt, equal messages`, {
        ...after,
        'days 5-7': `${percent(after.aroundDaySix / before.aroundDaySix - 1)} %`,
        altogether: `${percent(after.unnoticed / before.unnoticed - 1)} %`,
      });
    }
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function learnFrom(world: World, vendor: number): Learnt {
  const births = birthsOf(world, 3_000_001 + vendor * 1_000, transitions);
  return learn(births.map(birth => livedThrough(birth)));
}

function livedThrough(birth: Birth): Lived {
  const evidence: Evidence[] = [];
  const dial = checkInPolicy.closeness.normal;
  liveThrough(
    birth,
    { way: ours, dial },
    { marks: [], hear: sign => evidence.push(evidenceOf(birth.outlook, sign)), mark: () => {} },
  );
  return livedBy(birth.outlook, evidence, instantAt(birth.outlook, horizon));
}

function byLearnt({ stretches }: Learnt): Way {
  const learnt = stretches.map(({ factor }) => factor);
  return subject => {
    const { outlook } = subject;
    return ours({ ...subject, outlook: { ...outlook, course: { ...outlook.course, learnt } } });
  };
}

interface Care {
  readonly messages: number;
  readonly unnoticed: number;
  /** Hours of trouble nobody knew of on days 5 to 7. */
  readonly aroundDaySix: number;
}

function careOf(births: readonly Birth[], way: Way, dial: number): Care {
  const total = { messages: 0, unnoticed: 0, aroundDaySix: 0 };
  for (const birth of births) {
    const known = new Map<number, number>();
    const mark = (hour: number, unnoticed: number): unknown => known.set(hour, unnoticed);
    const lived = liveThrough(birth, { way, dial }, { marks: [32, 56], hear: () => {}, mark });
    total.messages += lived.messages / births.length;
    total.unnoticed += lived.unnoticed / births.length;
    total.aroundDaySix += ((known.get(56) ?? 0) - (known.get(32) ?? 0)) / births.length;
  }
  return total;
}

function atEqualMessages(
  births: readonly Birth[],
  way: Way,
  { dial, before }: { readonly dial: number; readonly before: Care },
): Care {
  let [close, wide] = [careAt(births, way, dial / 1.6), careAt(births, way, dial * 1.6)];
  for (let turn = 0; turn < 4; turn += 1) {
    const middle = careAt(births, way, Math.sqrt(close.dial * wide.dial));
    if (middle.messages > before.messages) close = middle;
    else wide = middle;
  }
  const span = close.messages - wide.messages;
  const share = span > 0 ? (close.messages - before.messages) / span : 0;
  const between = (of: (care: Care) => number): number =>
    of(close) + share * (of(wide) - of(close));
  return {
    messages: between(care => care.messages),
    unnoticed: between(care => care.unnoticed),
    aroundDaySix: between(care => care.aroundDaySix),
  };
}

function careAt(births: readonly Birth[], way: Way, dial: number): Care & { dial: number } {
  return { ...careOf(births, way, dial), dial };
}

function meanOf(cares: readonly Care[]): Care {
  const mean = (of: (care: Care) => number): number =>
    cares.reduce((total, care) => total + of(care), 0) / cares.length;
  return {
    messages: mean(care => care.messages),
    unnoticed: mean(care => care.unnoticed),
    aroundDaySix: mean(care => care.aroundDaySix),
  };
}
