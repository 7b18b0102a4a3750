import { afterEach, describe, expect, test } from '@jest/globals';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import {
  buildCustomer,
  buildGoLive,
  buildNorthwind,
  type SetupMapping,
  stepsOf,
} from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
afterEach(() => world.close());

/** Northwind after its go-live, so that only what these promises are about is said. */
function afterwards(over: Partial<SetupMapping> = {}): SetupMapping {
  const change = buildGoLive({
    window: { from: '2026-02-06T18:00:00-05:00', until: '2026-02-07T06:00:00-05:00' },
    milestones: [],
  });
  return buildNorthwind({ customers: [buildCustomer({ transitions: [change] })], ...over });
}

const open = async (at: string, setup = afterwards()) => {
  world = await openTestWorld(setup, { at });
};
const mornings = (to: string) =>
  world.seen(to).filter(({ message, edited }) => message === 'morning' && !edited);
const tasksAtOnce = (to: string) => world.seen(to).filter(({ message }) => message === 'task');
const closed = (at: string) => new Date(at).toISOString();

describe('what can wait wakes nobody', () => {
  test('a thank-you in the evening comes in the next working morning, by name and in their words', async () => {
    await open('2026-03-10T18:30:00Z');
    await world.says('lead-1', 'northwind-shared', 'thank you, that was a great help today');
    await world.at('2026-03-11T08:59:00Z');
    expect(tasksAtOnce('adv-1')).toEqual([]);
    expect(mornings('adv-1')).toEqual([]);
    await world.at('2026-03-11T09:00:00Z');
    const [brief, ...more] = mornings('adv-1');
    expect(more).toEqual([]);
    expect(new Date(brief?.at ?? '').toISOString()).toBe(closed('2026-03-11T09:00:00Z'));
    expect(brief?.text).toContain('Daniel Reyes (Northwind) says thank you');
    expect(brief?.text).toContain('that was a great help today');
  });

  test('a thank-you while they are at work is passed on at once, and not again in the morning', async () => {
    await open('2026-03-10T14:30:00Z');
    await world.says('lead-1', 'northwind-shared', 'thank you, that was a great help today');
    expect(
      tasksAtOnce('adv-1')
        .map(({ text }) => text)
        .join(),
    ).toContain('says thank you');
    await world.at('2026-03-11T12:00:00Z');
    expect(
      mornings('adv-1')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('says thank you');
  });

  test('on Friday night it waits for Monday; a thank-you never wakes anybody in an open window', async () => {
    const window = { from: '2026-03-06T18:00:00-05:00', until: '2026-03-07T06:00:00-05:00' };
    const change = buildGoLive({ window, milestones: stepsOf('copy') });
    await open(
      '2026-03-06T17:30:00-05:00',
      buildNorthwind({ customers: [buildCustomer({ transitions: [change] })] }),
    );
    await world.at('2026-03-06T19:30:00-05:00');
    await world.mutters('member-1', 'northwind-shared', 'thank you all for staying up with us');
    await world.at('2026-03-09T08:59:00Z');
    expect(
      tasksAtOnce('adv-1')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('thank you');
    await world.at('2026-03-09T09:00:00Z');
    expect(
      mornings('adv-1')
        .map(({ text }) => text)
        .join(),
    ).toContain('thank you all');
  });

  test('a worry is told at once, at any hour', async () => {
    await open('2026-03-10T22:30:00Z');
    await world.says('lead-1', 'northwind-shared', 'I am worried about the totals');
    expect(
      tasksAtOnce('adv-1')
        .map(({ text }) => text)
        .join(),
    ).toContain('worried about the totals');
  });

  test('hours of their own are kept, on their own clock and over the spring change', async () => {
    const { people, ...rest } = afterwards();
    const hours = { days: ['mon', 'tue', 'sun'], from: '07:30', to: '12:00' };
    const nora = people.map(one => (one.id === 'adv-1' ? { ...one, hours } : one));
    await open('2026-03-27T18:00:00Z', { ...rest, people: nora });
    await world.says('lead-1', 'northwind-shared', 'thank you, that was a great help today');
    // London's clocks go forward on Sunday at one.
    await world.at('2026-03-29T06:29:00Z');
    expect(mornings('adv-1')).toEqual([]);
    await world.at('2026-03-29T06:30:00Z');
    expect(mornings('adv-1')).toHaveLength(1);
  });

  test("the organisation's hours are theirs where they have none of their own, its holidays too", async () => {
    const hours = {
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      from: '08:00',
      to: '16:00',
      holidays: ['2026-03-11'],
    };
    const organisation = { name: 'Ledgerline', timeZone: 'Europe/London', hours };
    await open('2026-03-10T18:30:00Z', afterwards({ organisation }));
    await world.says('lead-1', 'northwind-shared', 'thank you, that was a great help today');
    await world.at('2026-03-12T07:59:00Z');
    expect(mornings('adv-1')).toEqual([]);
    await world.at('2026-03-12T08:00:00Z');
    expect(mornings('adv-1')).toHaveLength(1);
  });

  test('new hours count from now on, and nobody gets two briefs on one day', async () => {
    await open('2026-03-10T18:30:00Z');
    await world.says('lead-1', 'northwind-shared', 'thank you, that was a great help today');
    await world.at('2026-03-11T10:00:00Z');
    expect(mornings('adv-1')).toHaveLength(1);
    const later = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '11:00', to: '19:00' };
    const { people, ...rest } = afterwards();
    const nora = people.map(one => (one.id === 'adv-1' ? { ...one, hours: later } : one));
    await world.trip(trip => importSetup(trip, setupFrom({ ...rest, people: nora })));
    await world.at('2026-03-11T10:30:00Z');
    await world.says('lead-1', 'northwind-shared', 'and thank you for the quick call');
    await world.at('2026-03-11T23:00:00Z');
    expect(mornings('adv-1')).toHaveLength(1);
    await world.at('2026-03-12T10:59:00Z');
    expect(mornings('adv-1')).toHaveLength(1);
    await world.at('2026-03-12T11:00:00Z');
    expect(mornings('adv-1').at(-1)?.text).toContain('thank you for the quick call');
  });
});

describe('what stays open comes back', () => {
  test('each working morning, and from the third on with the manager, until it is done', async () => {
    await open('2026-03-09T18:30:00Z');
    await world.says(
      'mgr-1',
      null,
      'task northwind: call Daniel about month-end for Nora Whitfield',
    );
    expect(tasksAtOnce('adv-1')).toEqual([]);
    await world.at('2026-03-11T12:00:00Z');
    expect(mornings('adv-1')).toHaveLength(2);
    expect(
      mornings('mgr-1')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('call Daniel');
    await world.at('2026-03-12T09:00:00Z');
    expect(mornings('adv-1')).toHaveLength(3);
    expect(mornings('mgr-1').at(-1)?.text).toContain('Nora Whitfield, Northwind');
    expect(mornings('mgr-1').at(-1)?.text).toContain('call Daniel about month-end');
    await world.at('2026-03-13T09:00:00Z');
    expect(mornings('mgr-1').at(-1)?.text).toContain('call Daniel about month-end');
    await world.presses('adv-1', 'task.close');
    expect(world.seen('adv-1').at(-1)?.text).toContain('done by Nora Whitfield');
    await world.at('2026-03-18T12:00:00Z');
    const later = mornings('adv-1').filter(
      ({ at }) => new Date(at) > new Date('2026-03-13T10:00:00Z'),
    );
    expect(later.map(({ text }) => text).join()).not.toContain('call Daniel');
  });

  test('a silence of three weeks is told every working morning of it', async () => {
    const change = buildGoLive({ milestones: [] });
    await open(
      '2026-03-06T17:30:00-05:00',
      buildNorthwind({ customers: [buildCustomer({ transitions: [change] })] }),
    );
    await world.at('2026-04-03T17:00:00Z');
    const told = mornings('adv-1').filter(({ text }) => text.includes('has not answered since'));
    expect(told.length).toBeGreaterThanOrEqual(15);
    const managers = mornings('mgr-1').filter(({ text }) =>
      text.includes('has not answered since'),
    );
    expect(managers.length).toBeGreaterThanOrEqual(12);
  });
});

describe('what today brings', () => {
  test('promises due today and windows that open today stand in it; on an empty day nothing comes', async () => {
    const window = { from: '2026-03-12T18:00:00-04:00', until: '2026-03-13T02:00:00-04:00' };
    const change = buildGoLive({ window, milestones: [] });
    await open(
      '2026-03-10T10:00:00Z',
      buildNorthwind({ customers: [buildCustomer({ transitions: [change] })] }),
    );
    await world.says(
      'adv-1',
      null,
      'promise northwind: the fix for the report by 2026-03-12T15:00',
    );
    await world.at('2026-03-11T12:00:00Z');
    expect(mornings('adv-1')).toEqual([]);
    await world.at('2026-03-12T09:00:00Z');
    const brief = mornings('adv-1')[0]?.text ?? '';
    expect(brief).toContain('22:00');
    expect(brief).toContain('the fix for the report');
    expect(brief).toContain('15:00');
  });
});
