import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/confidence/evidence.ts';
import { type Learnt, learn } from '../../../src/confidence/learning.ts';
import { learntWords } from '../../../src/confidence/learnt-words.ts';
import { livedBy } from '../../../src/confidence/lived.ts';
import { ageBetween, type Outlook, outlookOf } from '../../../src/confidence/outlook.ts';
import { day, plus } from '../../../src/shared/time.ts';

const customer = {
  timeZone: 'America/New_York',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
};
const closes = new Date('2026-03-07T06:00:00-05:00');
const until = plus(closes, 30 * day);

function outlookWith(learnt: readonly number[] | null): Outlook {
  const course = {
    kind: 'go-live',
    windowFrom: plus(closes, -day / 2),
    windowUntil: closes,
  } as const;
  return outlookOf({ ...course, isLive: false, learnt }, customer, {
    from: plus(closes, -14 * day),
    until,
    now: closes,
  });
}

/** Answers every working day at ten; worried on the n-th morning after the window, on several, or never. */
function answers(worriedOn: number | readonly number[] | null): Evidence[] {
  const worries = worriedOn === null ? [] : [worriedOn].flat();
  const mornings = Array.from({ length: 28 }, (_, n) =>
    plus(new Date('2026-03-09T14:00:00Z'), n * day),
  );
  const working = mornings.filter(at => at.getUTCDay() >= 1 && at.getUTCDay() <= 5);
  return working.map((at, index) => {
    const isWorried = worries.includes(index + 1);
    return { kind: isWorried ? 'worried' : 'good', weight: isWorried ? 1 : 0, at, note: '' };
  });
}

function learnt(
  count: number,
  worriedOn: (index: number) => number | readonly number[] | null,
): Learnt {
  const outlook = outlookWith(null);
  return learn(
    Array.from({ length: count }, (_, index) => livedBy(outlook, answers(worriedOn(index)), until)),
  );
}

const stretch = (of: Learnt, name: string) => of.stretches.find(one => one.name === name);

describe('what a vendor’s own transitions teach', () => {
  test('a day on which every other customer is worried is found, and named with its counts', () => {
    const taught = learnt(30, index => (index % 2 === 0 ? 7 : null));
    expect(stretch(taught, 'day 6')).toMatchObject({ isFound: true });
    expect(stretch(taught, 'day 6')?.factor).toBeGreaterThan(1.5);
    expect(learntWords(taught, 'go-live')).toMatch(
      /^Learnt from 30 go-lives: .*day 6 is \d\.\d times as bad/,
    );
  });

  test('two customers who are always worried make no day a bad one', () => {
    const taught = learnt(30, index => (index < 2 ? [3, 4, 5, 6, 7, 8, 9, 10] : null));
    expect(taught.stretches.filter(({ isFound, factor }) => isFound && factor > 1)).toEqual([]);
  });

  test('one worry in few transitions moves little, for the stock curve is worth twenty of them', () => {
    const taught = learnt(3, index => (index === 0 ? 7 : null));
    expect(stretch(taught, 'day 6')?.isFound).toBe(false);
    expect(stretch(taught, 'day 6')?.factor).toBeLessThan(1.5);
    expect(taught.level).toBe(1);
  });

  test('nothing is moved beyond its bounds, whatever happens', () => {
    const taught = learnt(200, () => 7);
    for (const { factor } of taught.stretches) {
      expect(factor).toBeLessThanOrEqual(3);
      expect(factor).toBeGreaterThanOrEqual(1 / 3);
    }
  });

  test('without a transition nothing is learnt, and nothing is said to be', () => {
    const taught = learn([]);
    expect(taught.stretches.every(({ factor, isFound }) => factor === 1 && !isFound)).toBe(true);
    expect(learntWords(null, 'upgrade')).toBe(
      'Nothing is learnt of your own upgrades yet: the stock curve holds.',
    );
  });

  test('a factor of two on day 6 doubles day 6 and leaves every other hour as it was', () => {
    const stock = outlookWith(null);
    const taught = outlookWith(Array.from({ length: 14 }, (_, index) => (index === 5 ? 2 : 1)));
    const of = (outlook: Outlook, a: number, b: number): number =>
      ageBetween(outlook, outlook.closes + a, outlook.closes + b);
    expect(of(taught, 40, 48)).toBeCloseTo(2 * of(stock, 40, 48), 10);
    expect(of(taught, -20, 40)).toBeCloseTo(of(stock, -20, 40), 10);
    expect(of(taught, 48, 130)).toBeCloseTo(of(stock, 48, 130), 10);
  });
});
