import { afterEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { asked, hour, live, minute, openNorthwind, times, transitionId } from './northwind.ts';

let world: TestWorld;
afterEach(async () => world.close());

const tasks = (): string[] =>
  world
    .seen('adv-1')
    .filter(one => one.message === 'task' && !one.edited)
    .map(one => one.text);

describe('a content customer', () => {
  test('is asked hourly in the window, daily at first, then less, and not after graduation', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-07T12:00:00-05:00', () => 'check-in.good');
    const window = asked(world);
    expect(times(window)[0]).toBe('Fri 6 Mar 19:00');
    expect(window).toHaveLength(11);
    await live(world, '2026-04-02T09:30:00-04:00', () => 'check-in.good');
    expect(times(asked(world).slice(11))).toEqual([
      'Mon 9 Mar 10:00',
      'Tue 10 Mar 10:00',
      'Wed 11 Mar 10:00',
      'Thu 12 Mar 10:00',
      'Fri 13 Mar 10:00',
      'Tue 17 Mar 10:00',
      'Thu 19 Mar 10:00',
      'Mon 23 Mar 10:00',
      'Wed 25 Mar 10:00',
      'Fri 27 Mar 10:00',
      'Mon 30 Mar 10:00',
      'Tue 31 Mar 10:00',
      'Wed 1 Apr 10:00',
    ]);
    const steps = world
      .seen('northwind-shared')
      .filter(one => one.message === 'cadence-change' && !one.edited);
    expect(steps.map(one => one.text.split('\n')[0])).toEqual([
      "Five calm days in a row, so I'll check in every two days from now on. I'm here any time: just type.",
      "Four calm days in a row, so I'll check in every two days from now on. I'm here any time: just type.",
    ]);
    const monthEnd = asked(world).find(one => one.text.includes('Month-end is close'));
    expect(monthEnd?.text).toContain('daily until Wed 1 Apr');
    await world.presses('lead-1', 'graduation.accept');
    const before = asked(world).length;
    await world.at('2026-05-15T12:00:00-04:00');
    expect(asked(world)).toHaveLength(before);
  });
});

describe('a silent customer', () => {
  test('gets one repeat in the window and then a human, and no third message', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-07T07:00:00-05:00', () => null);
    expect(asked(world).map(one => one.message)).toEqual(['check-in', 'check-in-repeat']);
    expect(times(asked(world))).toEqual(['Fri 6 Mar 19:00', 'Fri 6 Mar 19:30']);
    expect(tasks()).toHaveLength(1);
    expect(tasks()[0]).toContain('A call from you is worth more than a third message from me.');
    // The first working day is an expected bad one: a single attempt, without a repeat; then none for a week.
    await live(world, '2026-03-20T12:00:00-04:00', () => null);
    expect(times(asked(world).slice(2))).toEqual(['Mon 9 Mar 10:00']);
    expect(tasks()).toHaveLength(1);
    // Month-end brings the next.
    await live(world, '2026-04-03T12:00:00-04:00', () => null);
    expect(times(asked(world).slice(3))).toEqual(['Fri 27 Mar 10:00']);
    // Somebody speaks: check-ins come back.
    await world.says('lead-1', 'northwind-shared', 'hello, sorry, we were away');
    await world.at('2026-04-08T12:00:00-04:00');
    expect(asked(world).length).toBeGreaterThan(4);
  });

  test('outside the window the repeat comes the next working morning, and the advocate the morning after', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-13T12:00:00-04:00', line =>
      line.at < new Date('2026-03-12') ? 'check-in.good' : null,
    );
    await live(world, '2026-03-20T12:00:00-04:00', () => null);
    const late = asked(world).filter(one => new Date(one.at) > new Date('2026-03-12T00:00:00Z'));
    expect(times(late)).toEqual(['Thu 12 Mar 10:00', 'Fri 13 Mar 10:00']);
    expect(tasks()).toHaveLength(1);
    expect(tasks()[0]).toContain('Northwind has not answered since');
    // The advocate has called and closes the task: the next morning it goes on.
    await world.presses('adv-1', 'task.close');
    await world.at('2026-03-24T12:00:00-04:00');
    expect(times(asked(world)).at(-2)).toBe('Mon 23 Mar 10:00');
  });
});

describe('a worried customer', () => {
  test('stays close, reaches the advocate at once, and a person when nobody answers', async () => {
    world = await openNorthwind('2026-03-09T09:00:00-04:00');
    const now = await world.at('2026-03-09T10:00:30-04:00');
    expect(now.map(one => one.message)).toContain('check-in');
    const answer = await world.presses('lead-1', 'check-in.worried');
    expect(answer.map(one => [one.to, one.message])).toEqual(
      expect.arrayContaining([
        ['northwind-shared', 'help-offer'],
        ['adv-1', 'task'],
      ]),
    );
    expect(await world.at('2026-03-09T11:59:00-04:00')).toEqual([]);
    const paged = await world.at('2026-03-09T12:01:00-04:00');
    expect(paged.map(one => one.message)).toEqual(expect.arrayContaining(['page', 'page-receipt']));
    // The promised follow-up waits while the page is open.
    await world.at('2026-03-09T14:30:00-04:00');
    expect(asked(world)).toHaveLength(1);
  });

  test('no page when the advocate answered in time', async () => {
    world = await openNorthwind('2026-03-09T09:00:00-04:00');
    await world.at('2026-03-09T10:00:30-04:00');
    await world.presses('lead-1', 'check-in.worried');
    await world.pass(hour);
    await world.mutters('adv-1', 'northwind-shared', "Daniel, I'm looking at it now.");
    const messages = await world.at('2026-03-09T13:30:00-04:00');
    expect(messages.filter(one => one.message === 'page')).toEqual([]);
    // The follow-up comes within four hours while settling.
    await world.at('2026-03-09T14:30:00-04:00');
    expect(times(asked(world))).toEqual(['Mon 9 Mar 10:00', 'Mon 9 Mar 14:00']);
  });
});

describe('the engine stands still', () => {
  test('three hours in the window: exactly one message', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-06T19:30:00-05:00', () => 'check-in.good');
    world.stage.setRunning(false);
    await world.at('2026-03-06T22:30:00-05:00');
    world.stage.setRunning(true);
    const messages = await world.at('2026-03-06T22:31:00-05:00');
    expect(messages.filter(one => one.message.startsWith('check-in'))).toHaveLength(1);
    expect(asked(world)).toHaveLength(2);
  });

  test('a clock going back an hour sends nothing twice', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await live(world, '2026-03-06T19:40:00-05:00', () => 'check-in.good');
    world.stage.shiftClock(-hour);
    await live(world, '2026-03-06T20:30:00-05:00', () => 'check-in.good');
    expect(asked(world)).toHaveLength(1);
    await live(world, '2026-03-06T21:30:00-05:00', () => 'check-in.good');
    expect(asked(world)).toHaveLength(2);
  });

  test('a morning outside the window: skipped, and asked the next day', async () => {
    world = await openNorthwind('2026-03-09T09:00:00-04:00');
    world.stage.setRunning(false);
    await world.at('2026-03-09T13:00:00-04:00');
    world.stage.setRunning(true);
    await world.pass(minute);
    await world.at('2026-03-10T12:00:00-04:00');
    expect(times(asked(world))).toEqual(['Tue 10 Mar 10:00']);
    expect(world.facts('northwind').map(one => one.text)).toContain(
      'Check-in not sent: more than 2 h late.',
    );
  });
});

test('why explains the last check-in that was not sent', async () => {
  const { explainCadence } = await import('../../../src/check-ins/changes/explain-cadence.ts');
  world = await openNorthwind('2026-03-09T09:00:00-04:00');
  await world.at('2026-03-09T09:50:00-04:00');
  await world.says('lead-1', 'northwind-shared', "what's happening now?");
  await world.at('2026-03-09T10:30:00-04:00');
  expect(asked(world)).toEqual([]);
  const explained = await world.trip(({ tx, now }) => explainCadence(tx, now, transitionId));
  expect(explained.lastSkipped?.reason).toBe('the customer spoke with us just now');
  expect(explained.nextAt).toEqual(new Date('2026-03-09T10:50:00-04:00'));
  expect(explained.rung).toBe('1d');
  expect(explained.bounds).toEqual({ min: '4h', max: '2d' });
  await world.at('2026-03-09T10:51:00-04:00');
  expect(asked(world)).toHaveLength(1);
});
