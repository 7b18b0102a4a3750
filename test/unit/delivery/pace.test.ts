import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Lane } from '../../../src/delivery/draft.ts';
import { type Pace, paceFrom, takeTurn } from '../../../src/delivery/pace.ts';
import type { Limit } from '../../../src/delivery/surface.ts';
import { plus } from '../../../src/shared/time.ts';

const begin = new Date('2026-03-06T23:00:00Z');
const second = 1_000;

/** One platform whose calls end at once, on a clock the test moves; several senders may read the same rows. */
class Line {
  now = begin;
  readonly limits: readonly Limit[];
  private readonly rows = new Map<string, Pace>();
  private tries = 0;

  constructor(...limits: Limit[]) {
    this.limits = limits;
  }

  /** Seconds until this message may go; 0 = it went. */
  ask(lane: Lane = 'replies', { to = 'C1', staysBusy = false } = {}): number {
    this.tries += 1;
    const { now, limits } = this;
    const ask = { tag: `m:${this.tries}`, lane, limits, now };
    const turn = takeTurn({ address: this.at(to), workspace: this.at('all') }, ask);
    const { address, workspace } = turn.paces;
    this.rows.set(to, turn.goes && !staysBusy ? { ...address, busy: null } : address);
    this.rows.set('all', workspace);
    return turn.goes ? 0 : (turn.at.getTime() - now.getTime()) / second;
  }

  hold(key: string, seconds: number) {
    const until = this.now.getTime() + seconds * second;
    this.rows.set(key, { ...this.at(key), heldUntil: until });
  }

  pass(seconds: number) {
    this.now = plus(this.now, seconds * second);
  }

  /** As the next sender finds it: through the column. */
  private at(key: string): Pace {
    return paceFrom(JSON.parse(JSON.stringify(this.rows.get(key) ?? {})));
  }
}

const perChannel: Limit = { calls: 3, withinMilliseconds: 3 * second, per: 'address' };
const perWorkspace: Limit = { calls: 5, withinMilliseconds: 10 * second, per: 'workspace' };

describe('the pace of one channel', () => {
  let line: Line;
  beforeEach(() => {
    line = new Line(perChannel);
  });

  test('a short burst goes at once, the rest waits until it may', () => {
    expect([1, 2, 3, 4, 5].map(() => line.ask())).toEqual([0, 0, 0, 3, 3]);
  });

  test('just before, at and just after the moment it is free', () => {
    for (let call = 0; call < 3; call += 1) line.ask();
    expect(line.ask()).toBe(3);
    line.pass(2.999);
    expect(line.ask()).toBeCloseTo(0.001);
    line.pass(0.001);
    expect(line.ask()).toBe(0);
  });

  test('another channel waits for nothing of it', () => {
    for (let call = 0; call < 4; call += 1) line.ask();
    expect(line.ask('replies', { to: 'C2' })).toBe(0);
  });

  test('never more than the limit in any window, whatever is asked when', () => {
    const went: number[] = [];
    for (let step = 0; step < 400; step += 1) {
      if (line.ask() === 0) went.push(line.now.getTime());
      line.pass(0.01 * (step % 17));
    }
    expect(went.length).toBeGreaterThan(20);
    went.forEach((at, index) => {
      const fourth = went[index + 3];
      if (fourth !== undefined) expect(fourth - at).toBeGreaterThanOrEqual(3 * second);
    });
  });

  test('one call at a time, and one whose end is never told does not block for ever', () => {
    expect(line.ask('replies', { staysBusy: true })).toBe(0);
    expect(line.ask('pages')).toBeCloseTo(0.02);
    line.pass(10.001);
    expect(line.ask('pages')).toBe(0);
  });
});

describe('a limit of more calls than are kept one by one', () => {
  test('is kept to all the same, and used to nine tenths at least', () => {
    const line = new Line({ calls: 1_800, withinMilliseconds: 3_600 * second, per: 'address' });
    const went: number[] = [];
    for (let step = 0; step < 9_000; step += 1) {
      if (line.ask() === 0) went.push(line.now.getTime());
      line.pass(1);
    }
    const most = Math.max(
      ...went.map(from => went.filter(at => at >= from && at < from + 3_600 * second).length),
    );
    expect(most).toBeLessThanOrEqual(1_800);
    expect(most).toBeGreaterThan(1_620);
  });
});

describe('holds', () => {
  test.each([
    ['C1', [30, 0]],
    ['all', [30, 30]],
  ] as const)('for %s: nothing goes there before it is over, pages neither', (key, waits) => {
    const line = new Line(perChannel);
    line.hold(key, 30);
    expect([line.ask('pages'), line.ask('replies', { to: 'C2' })]).toEqual(waits);
    line.pass(29.999);
    expect(line.ask('pages')).toBeCloseTo(0.001);
    line.pass(0.001);
    expect(line.ask('pages')).toBe(0);
  });
});

describe('a whole workspace', () => {
  test('keeps a reserve for pages, and lets those who wait come one after the other', () => {
    const line = new Line(perChannel, perWorkspace);
    const waits = [1, 2, 3, 4, 5, 6, 7].map(n => line.ask('replies', { to: `C${n}` }));
    expect(waits).toEqual([0, 0, 0, 0, 10, 12.5, 15]);
    expect(line.ask('pages', { to: 'C9' })).toBe(0);
    expect(line.ask('pages', { to: 'C10' })).toBe(10);
  });
});
