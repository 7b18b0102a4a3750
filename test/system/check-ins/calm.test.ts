import { afterEach, describe, expect, test } from '@jest/globals';
import { day, hour, plus } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { asked, live, openNorthwind, type Temper } from './northwind.ts';

let world: TestWorld;
afterEach(async () => world.close());

/** Five weeks from the end of this night, the month-end among them. */
const night = { from: '2026-03-06T18:00:00-05:00', until: '2026-03-07T06:00:00-05:00' };
const closes = new Date(night.until);

/** What was asked after the window, until five weeks later. */
async function fiveWeeks(temper: Temper, kind = 'go-live') {
  world = await openNorthwind(plus(closes, -hour).toISOString(), { kind, ...night });
  await live(world, plus(closes, 35 * day).toISOString(), temper);
  return asked(world).filter(({ at }) => new Date(at) > closes);
}

const steps = () =>
  world.seen('nw-shared').filter(one => one.message === 'cadence-change' && !one.edited);

describe('calm that can be felt', () => {
  test.each(['go-live', 'upgrade', 'outsourcing', 'new-method'])(
    'who always answers good after a change of kind %s is asked 16 times at most in five weeks, less from the sixth working day on, and told why',
    async kind => {
      const lines = await fiveWeeks(() => 'check-in.good', kind);
      expect(lines.length).toBeLessThanOrEqual(16);
      const [first] = steps();
      expect(new Date(first?.at ?? 0).getTime()).toBeLessThan(plus(closes, 10 * day).getTime());
      for (const { text } of steps()) expect(text).toContain('calm');
    },
    300_000,
  );

  test('who stays silent is never sent a third message in a row', async () => {
    const lines = await fiveWeeks(() => null);
    const sent = lines.map(({ message }) => message).join(' ');
    expect(sent).not.toMatch(/check-in-repeat check-in-repeat/);
    // One question with its repeat, then single tries on expected bad days, a week apart.
    expect(lines.length).toBeLessThanOrEqual(7);
  }, 300_000);
});
