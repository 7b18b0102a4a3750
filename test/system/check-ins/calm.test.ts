import { afterEach, describe, expect, test } from '@jest/globals';
import { day, hour, minute, plus } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { asked, live, openNorthwind, type Temper, times } from './northwind.ts';

let world: TestWorld;
afterEach(async () => world.close());

/** Nights that end on a Saturday: five weeks with a month-end in the fourth, and three without one. */
const spring = { from: '2026-03-06T18:00:00-05:00', until: '2026-03-07T06:00:00-05:00', weeks: 5 };
const april = { from: '2026-04-03T18:00:00-04:00', until: '2026-04-04T06:00:00-04:00', weeks: 3 };

/** What was asked after the window, until some weeks later. */
async function weeksAfter(night: typeof spring, kind: string, temper: Temper) {
  const { from, until, weeks } = night;
  const closes = new Date(until);
  world = await openNorthwind(plus(closes, -hour).toISOString(), { kind, from, until });
  await live(world, plus(closes, weeks * 7 * day).toISOString(), temper);
  return asked(world).filter(({ at }) => at > closes);
}

const shared = 'northwind-shared';

const steps = () =>
  world.seen(shared).filter(one => one.message === 'cadence-change' && !one.edited);

/** The first step out comes within six working days, and every one says why. */
function expectCalmSteps({ until }: typeof spring): void {
  const [first] = steps();
  const tenDaysOn = plus(new Date(until), 10 * day);
  expect(first?.at.getTime()).toBeLessThan(tenDaysOn.getTime());
  for (const { text } of steps()) expect(text).toContain('calm');
}

async function why(): Promise<string> {
  const said = await world.says('mgr-1', null, 'why northwind');
  return said.map(({ text }) => text).join('\n');
}

/** Answers in words after a while; null, for nothing is left to press. */
function saying(text: string): Temper {
  return async () => {
    await world.pass(20 * minute);
    await world.says('lead-1', shared, text);
    return null;
  };
}

/** Is worried every fourth time, and is answered by the advocate within the hour. */
const moody: Temper = async (_, index) => {
  if (index % 4 !== 2) return index % 4 === 1 ? 'check-in.fine' : 'check-in.good';
  await world.pass(20 * minute);
  await world.presses('lead-1', 'check-in.worried');
  await world.pass(hour);
  await world.mutters('adv-1', shared, "Daniel, I'm looking at it with you now.");
  return null;
};

const kinds = ['go-live', 'upgrade', 'outsourcing', 'new-method'] as const;

/** Every kind with every temper: CALM=all npm test -- test/system/check-ins/calm. Otherwise each kind meets one temper. */
const everyDay = <T>(all: readonly T[], at: number) =>
  process.env.CALM === 'all' ? all : all.slice(at, at + 1);
const confidenceOf = /Confidence is (uneasy|guarded|calm|steady) \(\d+ %\): \S/;

describe('calm that can be felt', () => {
  test.each(everyDay(kinds, 0))(
    'who always answers good after a change of kind %s is asked 16 times at most in five weeks, less from the sixth working day on, and told why',
    async kind => {
      const lines = await weeksAfter(spring, kind, () => 'check-in.good');
      expect(lines.length).toBeLessThanOrEqual(16);
      expectCalmSteps(spring);
      expect(await why()).toMatch(confidenceOf);
    },
    300_000,
  );

  test.each(
    everyDay(
      [
        ['go-live', 'polite', april, 'All good, thank you very much!'],
        ['upgrade', 'terse', april, 'ok'],
        ['outsourcing', 'polite', april, 'everything is fine, thanks a lot'],
        ['new-method', 'terse', april, 'good'],
      ] as const,
      2,
    ),
  )(
    'after a change of kind %s without a month-end a %s customer, who types, is asked less within six working days',
    async (kind, _, night, words) => {
      const lines = await weeksAfter(night, kind, saying(words));
      expect(lines.length).toBeLessThanOrEqual(10);
      expectCalmSteps(night);
      expect(await why()).toMatch(confidenceOf);
    },
    300_000,
  );

  test.each(
    everyDay(
      [
        ['go-live', spring],
        ['upgrade', april],
        ['outsourcing', april],
        ['new-method', spring],
      ] as const,
      1,
    ),
  )(
    'a moody customer after a change of kind %s is asked within a working day of every worry',
    async (kind, night) => {
      const lines = await weeksAfter(night, kind, moody);
      const moments = lines.map(({ at }) => at.getTime());
      for (const [index, at] of moments.slice(0, -1).entries()) {
        if (index % 4 !== 2) continue;
        const next = moments[index + 1] ?? 0;
        const isOverWeekend = next - at > 2 * day;
        expect(next - at - (isOverWeekend ? 2 * day : 0)).toBeLessThanOrEqual(day);
      }
      const told = await why();
      expect(told).toMatch(confidenceOf);
      expect(told).toContain('worried');
    },
    300_000,
  );

  test.each(
    everyDay(
      [
        ['go-live', spring],
        ['upgrade', april],
        ['outsourcing', april],
        ['new-method', spring],
      ] as const,
      3,
    ),
  )(
    'who stays silent after a change of kind %s is never sent a third message in a row',
    async (kind, night) => {
      const lines = await weeksAfter(night, kind, () => null);
      const sent = lines.map(({ message }) => message).join(' ');
      expect(sent).not.toMatch(/check-in-repeat check-in-repeat/);
      // One question with its repeat, then single tries on expected bad days, a week apart.
      expect(lines.length).toBeLessThanOrEqual(7);
      expect(await why()).toContain('silent');
    },
    300_000,
  );
});

describe('who turns worried in week four', () => {
  const worriedOn = new Date('2026-04-01T09:00:00-04:00');
  const isThen = (at: Date) => at > worriedOn && at < plus(worriedOn, 8 * hour);
  const from = () => times(asked(world).filter(({ at }) => at > worriedOn));

  test('is asked every working day again, until three of them were calm, once the advocate has answered', async () => {
    const temper: Temper = async line => {
      if (!isThen(line.at)) return 'check-in.good';
      await world.pass(20 * minute);
      await world.says('lead-1', shared, "I'm worried, the totals are off again");
      await world.pass(hour);
      await world.mutters('adv-1', shared, "Daniel, I'm looking at it with you now.");
      return null;
    };
    world = await openNorthwind('2026-03-07T05:00:00-05:00', spring);
    await live(world, '2026-04-08T12:00:00-04:00', temper);
    expect(from()).toEqual([
      'Wed 1 Apr 10:00',
      'Thu 2 Apr 10:00',
      'Fri 3 Apr 10:00',
      'Mon 6 Apr 10:00',
      'Wed 8 Apr 10:00',
    ]);
  }, 300_000);

  test('is asked every working day again, until three of them were calm, once the person who was called has put it right', async () => {
    const temper: Temper = async line => {
      if (!isThen(line.at)) return 'check-in.good';
      await world.pass(20 * minute);
      await world.presses('lead-1', 'check-in.worried');
      await world.pass(3 * hour);
      await world.presses('adv-1', 'page.acknowledge');
      await world.pass(hour);
      await world.presses('adv-1', 'page.resolve');
      return null;
    };
    world = await openNorthwind('2026-03-07T05:00:00-05:00', spring);
    await live(world, '2026-04-07T12:00:00-04:00', temper);
    expect(from()).toEqual([
      'Wed 1 Apr 10:00',
      'Thu 2 Apr 10:00',
      'Fri 3 Apr 10:00',
      'Mon 6 Apr 10:00',
    ]);
  }, 300_000);
});
