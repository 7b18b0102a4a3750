import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { findSchedule } from '../../../src/on-call/get-schedule.ts';
import { overrideShift } from '../../../src/on-call/override-shift.ts';
import { onCallAt } from '../../../src/on-call/schedule.ts';
import { closeTask } from '../../../src/tasks/close-task.ts';
import { openTask } from '../../../src/tasks/open-task.ts';
import { openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const from = new Date('2026-03-10T13:00:00-04:00');
const until = new Date('2026-03-10T20:00:00-04:00');

describe('a swap', () => {
  const swap = { scheduleId: 'duty', from, until, personId: 'eve', byId: 'tom' };

  test('puts somebody else on call for just that long, and who did it is on record', async () => {
    expect(await stage.trip(trip => overrideShift(trip, swap))).toBe('swapped');
    const schedule = await stage.database.trip(({ tx }) => findSchedule(tx, 'duty'));
    const who = (at: Date) => schedule && onCallAt(schedule, at)?.personId;
    expect([who(new Date(from.getTime() - 1)), who(from)]).toEqual(['tom', 'eve']);
    expect([who(new Date(until.getTime() - 1)), who(until)]).toEqual(['eve', 'tom']);
    const [audit] = await stage.database.client.audit.findMany();
    expect(audit).toMatchObject({ actorId: 'tom', action: 'swap', subject: 'duty' });
  });

  test('counts for the next page', async () => {
    await stage.trip(trip => overrideShift(trip, swap));
    await stage.raise({ raisedBy: 'api', raisedById: null, isShared: false });
    await stage.pass(5);
    expect(stage.heardBy('eve').map(one => one.name)).toEqual(['page']);
    expect(stage.heardBy('tom')).toEqual([]);
  });

  test('of nothing, or of no time, changes nothing', async () => {
    const nowhere = { ...swap, scheduleId: 'nowhere' };
    expect(await stage.trip(trip => overrideShift(trip, nowhere))).toBe('not-found');
    expect(await stage.trip(trip => overrideShift(trip, { ...swap, until: from }))).toBe('empty');
  });
});

describe('a task', () => {
  const task = {
    key: 'silence:7',
    customerId: 'northwind',
    kind: 'silence',
    text: "Northwind hasn't answered twice since Tuesday.",
    assigneeId: 'maya',
    urgency: 'now' as const,
  };

  test('is opened once and told once, however often it is asked for', async () => {
    const first = await stage.trip(trip => openTask(trip, task));
    const second = await stage.trip(trip => openTask(trip, task));
    expect(second).toBe(first);
    expect(stage.heardBy('maya').map(one => one.actions)).toEqual([['task.close']]);
    expect(await stage.facts('internal')).toEqual([`task.opened ${task.text}`]);
    expect(await stage.facts('shared')).toEqual([]);
  });

  test('is closed once, in its own message', async () => {
    const id = await stage.trip(trip => openTask(trip, task));
    expect(await stage.trip(trip => closeTask(trip, id, 'maya'))).toBe('closed');
    expect(await stage.trip(trip => closeTask(trip, id, 'tom'))).toBe('already');
    expect(await stage.trip(trip => closeTask(trip, 'none', 'tom'))).toBe('not-found');
    const newest = stage.heardBy('maya', 'all').at(-1);
    expect(newest?.text).toContain('✅ Done by Maya, 18:02.');
    expect(newest?.actions).toEqual([]);
  });
});
