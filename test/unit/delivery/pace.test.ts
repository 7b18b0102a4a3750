import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Lane } from '../../../src/delivery/draft.ts';
import { createPace, type Pace } from '../../../src/delivery/pace.ts';
import type { Address, Limit } from '../../../src/delivery/surface.ts';
import { plus } from '../../../src/shared/time.ts';

const begin = new Date('2026-03-06T23:00:00Z');
const second = 1_000;

/** One platform whose calls end at once, on a clock the test moves. */
class Line {
  now = begin;
  readonly pace: Pace = createPace();
  private tries = 0;
  readonly limits: readonly Limit[];

  constructor(...limits: Limit[]) {
    this.limits = limits;
  }

  /** Seconds until this message may go; 0 = it went. */
  ask(messageId: string, { lane = 'replies', to = 'C1' }: { lane?: Lane; to?: string } = {}) {
    this.tries += 1;
    const tag = `${messageId}:${this.tries}`;
    const address = addressOf(to);
    const { now, limits } = this;
    const free = this.pace.freeAt({ tag, messageId, lane, address, limits, now });
    if (free.getTime() === now.getTime()) this.pace.end({ tag, address });
    return (free.getTime() - now.getTime()) / second;
  }

  pass(seconds: number) {
    this.now = plus(this.now, seconds * second);
  }
}

function addressOf(id: string): Address {
  return { platform: 'slack', workspace: 'T1', id, kind: 'place' };
}

const perChannel: Limit = { calls: 3, withinMilliseconds: 3 * second, per: 'address' };
const perWorkspace: Limit = { calls: 5, withinMilliseconds: 10 * second, per: 'workspace' };

describe('the pace of one channel', () => {
  let line: Line;
  beforeEach(() => {
    line = new Line(perChannel);
  });

  test('a short burst goes at once, the rest one after the other', () => {
    const waits = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => line.ask(id));
    expect(waits).toEqual([0, 0, 0, 3, 3, 3, 6]);
  });

  test('just before, at and just after the moment it is free', () => {
    for (const id of ['a', 'b', 'c']) line.ask(id);
    expect(line.ask('d')).toBe(3);
    line.pass(2.999);
    expect(line.ask('d')).toBeCloseTo(0.001);
    line.pass(0.001);
    expect(line.ask('d')).toBe(0);
  });

  test('who waits keeps their place', () => {
    for (const id of ['a', 'b', 'c']) line.ask(id);
    expect([line.ask('d'), line.ask('e'), line.ask('f'), line.ask('g')]).toEqual([3, 3, 3, 6]);
    line.pass(3);
    expect([line.ask('g'), line.ask('f'), line.ask('e'), line.ask('d')]).toEqual([3, 0, 0, 0]);
  });

  test('a page goes before everything that waits', () => {
    for (const id of ['a', 'b', 'c']) line.ask(id);
    for (const id of ['d', 'e', 'f']) line.ask(id);
    expect(line.ask('page', { lane: 'pages' })).toBe(3);
    line.pass(3);
    expect(line.ask('d')).toBe(0);
    expect(line.ask('e')).toBe(0);
    expect(line.ask('f')).toBe(3);
    expect(line.ask('page', { lane: 'pages' })).toBe(0);
  });

  test('another channel waits for nothing of it', () => {
    for (const id of ['a', 'b', 'c', 'd']) line.ask(id);
    expect(line.ask('other', { to: 'C2' })).toBe(0);
  });

  test('whoever does not come for their turn loses it', () => {
    for (const id of ['a', 'b', 'c']) line.ask(id);
    for (const id of ['d', 'e', 'f']) line.ask(id, { lane: 'pages' });
    line.pass(14);
    expect(line.ask('late')).toBe(0);
  });

  test('never more than the limit in any window, whatever is asked when', () => {
    const went: number[] = [];
    for (let step = 0; step < 400; step += 1) {
      if (line.ask(`m${step % 7}`) === 0) went.push(line.now.getTime());
      line.pass(0.01 * (step % 17));
    }
    expect(went.length).toBeGreaterThan(20);
    went.forEach((at, index) => {
      const fourth = went[index + 3];
      if (fourth !== undefined) expect(fourth - at).toBeGreaterThanOrEqual(3 * second);
    });
  });
});

describe('holds', () => {
  test.each([
    ['address', [30, 0]],
    ['workspace', [30, 30]],
  ] as const)('for the %s: nothing goes there before it is over, pages neither', (scope, waits) => {
    const line = new Line(perChannel);
    line.pace.hold(addressOf('C1'), scope, plus(begin, 30 * second));
    expect([line.ask('page', { lane: 'pages' }), line.ask('x', { to: 'C2' })]).toEqual(waits);
    line.pass(29.999);
    expect(line.ask('page', { lane: 'pages' })).toBeCloseTo(0.001);
    line.pass(0.001);
    expect(line.ask('page', { lane: 'pages' })).toBe(0);
  });

  test('work where a platform has no limits, too', () => {
    const line = new Line();
    expect(line.ask('a')).toBe(0);
    line.pace.hold(addressOf('C1'), 'address', plus(begin, second));
    expect(line.ask('a')).toBe(1);
  });

  test('a shorter hold does not end a longer one', () => {
    const line = new Line();
    line.pace.hold(addressOf('C1'), 'address', plus(begin, 60 * second));
    line.pace.hold(addressOf('C1'), 'address', plus(begin, second));
    expect(line.ask('a')).toBe(60);
  });
});

describe('a whole workspace', () => {
  test('shares its limit between channels, pages first', () => {
    const line = new Line(perChannel, perWorkspace);
    const waits = [1, 2, 3, 4, 5, 6].map(n => line.ask(`m${n}`, { to: `C${n}` }));
    expect(waits).toEqual([0, 0, 0, 0, 0, 10]);
    line.pass(10);
    expect(line.ask('page', { lane: 'pages', to: 'C9' })).toBe(0);
  });
});

describe('calls underway', () => {
  const asked = (tag: string, lane: Lane, now = begin) => ({
    tag,
    messageId: tag,
    lane,
    address: addressOf('C1'),
    limits: [perChannel],
    now,
  });

  test('one at a time to a channel, and who waited is told when it is free', () => {
    let told = 0;
    const pace = createPace(() => {
      told += 1;
    });
    expect(pace.freeAt(asked('a', 'replies'))).toEqual(begin);
    pace.end(asked('a', 'replies'));
    expect([pace.freeAt(asked('b', 'replies')), told]).toEqual([begin, 0]);
    expect(pace.freeAt(asked('page', 'pages'))).not.toEqual(begin);
    pace.end(asked('b', 'replies'));
    expect([pace.freeAt(asked('page', 'pages')), told]).toEqual([begin, 1]);
  });

  test('the same try asked twice counts once', () => {
    const pace = createPace();
    for (let turn = 0; turn < 9; turn += 1) expect(pace.freeAt(asked('a', 'pages'))).toEqual(begin);
    pace.end(asked('a', 'pages'));
    expect(pace.freeAt(asked('b', 'pages'))).toEqual(begin);
  });

  test('a try whose end is never told does not block for ever', () => {
    const pace = createPace();
    pace.freeAt(asked('a', 'replies'));
    const later = plus(begin, 10_001);
    expect(pace.freeAt(asked('b', 'replies', later))).toEqual(later);
  });
});
