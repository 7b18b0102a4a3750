import { afterEach, describe, expect, test } from '@jest/globals';
import type { CadenceChange } from '../../../src/check-ins/changes/cadence-change.ts';
import { changeCadence } from '../../../src/check-ins/changes/change-cadence.ts';
import { previewCadence } from '../../../src/check-ins/changes/preview-cadence.ts';
import { undoChange } from '../../../src/check-ins/changes/undo-change.ts';
import { grantWish } from '../../../src/check-ins/wishes/grant-wish.ts';
import type { Wish } from '../../../src/check-ins/wishes/wish.ts';
import { plainSpans } from '../../../src/delivery/plain-text.ts';
import type { TestWorld } from '../../harness/world.ts';
import { asked, live, openNorthwind, times, transitionId } from './northwind.ts';

let world: TestWorld;
afterEach(async () => world.close());

async function wishes(wish: Wish): Promise<string> {
  const text = await world.trip(trip =>
    grantWish(trip, { customerId: 'northwind', personId: 'lead-1', wish }),
  );
  return plainSpans(text, { timeZone: 'America/New_York', now: world.stage.now() });
}

const cadence = () =>
  world.trip(({ tx }) => tx.cadence.findUniqueOrThrow({ where: { transitionId } }));
const since = (from: string) => times(asked(world).filter(one => one.at > new Date(from)));

describe('the customer is heard', () => {
  test('less: every two days, and month-end does not bring it back to daily', async () => {
    world = await openNorthwind('2026-03-23T09:00:00-04:00');
    await world.at('2026-03-23T12:00:00-04:00');
    expect(await wishes({ kind: 'less' })).toBe(
      'Less it is: every two days from now on. Next time: Wed 10:00.',
    );
    await live(world, '2026-04-01T12:00:00-04:00', () => 'check-in.good');
    expect(since('2026-03-23T12:00:00-04:00')).toEqual([
      'Wed 25 Mar 10:00',
      'Fri 27 Mar 10:00',
      'Tue 31 Mar 10:00',
    ]);
  });

  test('more, with two changes: the answer tells the rhythm in which they hear most', async () => {
    world = await openNorthwind('2026-03-23T09:00:00-04:00');
    await world.at('2026-03-23T12:00:00-04:00');
    await world.trip(async ({ tx }) => {
      const change = await tx.transition.findUniqueOrThrow({ where: { id: transitionId } });
      const calm = await tx.cadence.findUniqueOrThrow({ where: { transitionId } });
      const other = { id: 'northwind/aaa', key: 'aaa', name: 'Till', phase: 'steady' };
      const windowFrom = new Date('2026-03-13T18:00:00-04:00');
      const windowUntil = new Date('2026-03-14T06:00:00-04:00');
      await tx.transition.create({ data: { ...change, ...other, windowFrom, windowUntil } });
      const weekly = { rung: '1w', toldRung: '1w', phase: 'steady' };
      await tx.cadence.create({ data: { ...calm, ...weekly, transitionId: other.id } });
    });
    expect(await wishes({ kind: 'more' })).toContain('about every four hours from now on');
  });

  test('more, then keep: it stays daily however calm it is', async () => {
    world = await openNorthwind('2026-04-06T09:00:00-04:00');
    await live(world, '2026-04-07T12:00:00-04:00', () => 'check-in.good');
    expect(await wishes({ kind: 'keep' })).toMatch(/^I'll keep it daily/);
    await live(world, '2026-04-10T12:00:00-04:00', () => 'check-in.good');
    expect(since('2026-04-07T12:00:00-04:00')).toHaveLength(3);
    expect((await cadence()).rung).toBe('1d');
  });

  test('keeping after a step goes back to where it was', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-13T12:00:00-04:00', () => 'check-in.good');
    expect((await cadence()).rung).toBe('2d');
    await world.presses('lead-1', 'cadence.keep');
    expect((await cadence()).rung).toBe('1d');
    await live(world, '2026-03-18T12:00:00-04:00', () => 'check-in.good');
    expect(since('2026-03-13T12:00:00-04:00')).toEqual([
      'Mon 16 Mar 10:00',
      'Tue 17 Mar 10:00',
      'Wed 18 Mar 10:00',
    ]);
  });

  test('every morning at 8, not before 9, and at four in the afternoon', async () => {
    world = await openNorthwind('2026-03-09T09:00:00-04:00');
    await live(world, '2026-03-09T12:00:00-04:00', () => 'check-in.good');
    expect(await wishes({ kind: 'daily-at', time: '08:00' })).toBe(
      'Every working day at 08:00, then. Next time: Tue 08:00.',
    );
    await live(world, '2026-03-11T12:00:00-04:00', () => 'check-in.good');
    expect(await wishes({ kind: 'not-before', time: '09:00' })).toBe(
      'Never before 09:00, then. Next time: Thu 09:00.',
    );
    await live(world, '2026-03-12T12:00:00-04:00', () => 'check-in.good');
    expect(await wishes({ kind: 'at', at: new Date('2026-03-12T16:00:00-04:00') })).toBe(
      "I'll ask 16:00.",
    );
    await live(world, '2026-03-13T12:00:00-04:00', () => 'check-in.good');
    expect(since('2026-03-09T12:00:00-04:00')).toEqual([
      'Tue 10 Mar 08:00',
      'Wed 11 Mar 08:00',
      'Thu 12 Mar 09:00',
      'Thu 12 Mar 16:00',
      'Fri 13 Mar 09:00',
    ]);
  });

  test('stop in the window: not one more question, that night or after', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-06T20:30:00-05:00', () => 'check-in.good');
    expect(await wishes({ kind: 'stop' })).toMatch(/^Then I'll stop checking in as of now/);
    const before = asked(world).length;
    await world.at('2026-03-20T12:00:00-04:00');
    expect(asked(world)).toHaveLength(before);
  });

  test('stop while settling proposes the end; declining it brings check-ins back', async () => {
    world = await openNorthwind('2026-03-09T09:00:00-04:00');
    await live(world, '2026-03-10T12:00:00-04:00', () => 'check-in.good');
    await wishes({ kind: 'stop' });
    expect(world.seen('northwind-shared').at(-1)?.message).toBe('graduation');
    await world.at('2026-03-16T12:00:00-04:00');
    expect(since('2026-03-10T12:00:00-04:00')).toEqual([]);
    await world.presses('lead-1', 'graduation.decline');
    await world.at('2026-03-20T12:00:00-04:00');
    expect(since('2026-03-10T12:00:00-04:00').length).toBeGreaterThan(0);
  });
});

describe("a manager's change", () => {
  const manager = { byId: 'mgr-1', why: 'renewal is near' };
  const change = (given: CadenceChange) =>
    world.trip(trip => changeCadence(trip, { transitionId, change: given, ...manager }));
  const preview = (given: CadenceChange) =>
    world.trip(trip => previewCadence(trip, transitionId, given));

  test('shows the next five check-ins, and they come just so', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-13T12:00:00-04:00', () => 'check-in.good');
    const { dates, words, customerName } = await preview({ rung: '1d' });
    expect(customerName).toBe('Northwind');
    expect(words).toBe(
      'daily (now every two days), if each is answered "good" and nothing else happens',
    );
    await change({ rung: '1d' });
    await live(world, '2026-03-20T12:00:00-04:00', () => 'check-in.good');
    const came = asked(world).filter(one => one.at > new Date('2026-03-13T12:00:00-04:00'));
    expect(came.map(one => one.at)).toEqual(dates);
  });

  test('the preview knows what comes: the window, its end, the steps outwards', async () => {
    world = await openNorthwind('2026-03-04T11:00:00-05:00');
    const { dates } = await preview({ closeness: 0.5 });
    expect(dates.map(date => date.toISOString())).toEqual([
      '2026-03-06T15:00:00.000Z',
      '2026-03-07T00:00:00.000Z',
      '2026-03-07T01:00:00.000Z',
      '2026-03-07T02:00:00.000Z',
      '2026-03-07T03:00:00.000Z',
    ]);
  });

  test('is audited with who and why, told to the customer with the next question, and can be undone once', async () => {
    world = await openNorthwind('2026-03-09T09:00:00-04:00');
    await live(world, '2026-03-09T12:00:00-04:00', () => 'check-in.good');
    const auditId = await change({ rung: '2d', closeness: 1.2 });
    const audit = await world.trip(({ tx }) =>
      tx.audit.findUniqueOrThrow({ where: { id: auditId } }),
    );
    expect(audit).toMatchObject({
      actorId: 'mgr-1',
      why: 'renewal is near',
      before: { rung: '1d', closeness: 0.5, pinned: false },
      after: { rung: '2d', closeness: 1.2, pinned: true },
    });
    await live(world, '2026-03-11T12:00:00-04:00', () => 'check-in.good');
    expect(asked(world).at(-1)?.text).toContain("From now on I'll check in every two days.");
    const undo = () => world.trip(trip => undoChange(trip, { auditId, byId: 'mgr-1' }));
    expect(await undo()).toBe('undone');
    expect(await cadence()).toMatchObject({ rung: '1d', closeness: 0.5, pinned: false });
    expect(await undo()).toBe('already');
  });

  test('a pause holds, and resuming goes on', async () => {
    world = await openNorthwind('2026-03-09T09:00:00-04:00');
    await change({ pausedUntil: new Date('2026-03-12T12:00:00-04:00') });
    await live(world, '2026-03-13T12:00:00-04:00', () => 'check-in.good');
    expect(since('2026-03-01')).toEqual(['Fri 13 Mar 10:00']);
    await change({ pausedUntil: new Date('2026-06-01T12:00:00-04:00') });
    await world.at('2026-03-18T12:00:00-04:00');
    await change({ pausedUntil: null });
    await world.at('2026-03-19T12:00:00-04:00');
    expect(since('2026-03-14')).toEqual(['Thu 19 Mar 10:00']);
  });

  test('does not overrule a customer who said stop, and the preview says so', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await wishes({ kind: 'stop' });
    const { dates, words } = await preview({ rung: '1h' });
    expect(dates).toEqual([]);
    expect(words).toContain('asked me to stop');
    await change({ rung: '1h' });
    await world.at('2026-03-12T12:00:00-04:00');
    expect(asked(world)).toEqual([]);
  });
});
