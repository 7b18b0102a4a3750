import { describe, expect, test } from '@jest/globals';
import { usualHours } from '../../../src/customers/working-hours.ts';
import { type Step, stepFrom } from '../../../src/paging/ladder/chase.ts';
import {
  defaultEscalation,
  type Escalation,
  escalationFrom,
} from '../../../src/paging/ladder/escalation.ts';
import { chaseAnew, positionAfter } from '../../../src/paging/ladder/position.ts';
import type { Roster, RosterPerson } from '../../../src/paging/ladder/roster.ts';
import { gentleEscalation } from '../../../src/paging/ladder/weight.ts';
import { minute, since } from '../../../src/shared/time.ts';

const now = new Date('2026-03-10T03:00:00Z');

const person = (id: string, over: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name: id,
  contact: [{ via: 'chat', to: null, afterMinutes: 0 }],
  skills: [],
  working: { timeZone: 'Europe/London', businessHours: usualHours },
  ...over,
});

const roster = (over: Partial<Roster> = {}): Roster => ({
  roles: { advocate: 'maya', backup: 'tom', sales: null, manager: 'ana' },
  schedules: [],
  people: [person('ana'), person('maya'), person('tom')],
  ...over,
});

const escalation = (over: Record<string, unknown> = {}): Escalation =>
  escalationFrom({
    levels: [
      { to: ['advocate'], waitMinutes: 5 },
      { to: ['backup'], waitMinutes: 5 },
      { to: ['manager'], waitMinutes: 10 },
    ],
    repeat: 1,
    fallback: ['manager'],
    ...over,
  });

const start = { level: 0, round: 0 };

/** "maya+0 tom+2.5 → 5" : who is called after how many minutes, and when the chase looks again. */
function told(step: Step): string {
  const minutes = (at: Date) => since(now, at) / minute;
  const calls = step.calls.map(call => `${call.personId}+${minutes(call.dueAt)}`);
  return `${step.kind} ${step.position.level}/${step.position.round}: ${calls.join(' ')} → ${minutes(step.dueAt)}`;
}

describe('the order of levels', () => {
  test.each([
    ['first to second level', start, { level: 1, round: 0 }],
    ['last level to the next round', { level: 2, round: 0 }, { level: 0, round: 1 }],
    [
      'last level of the last round to the fallback',
      { level: 2, round: 1 },
      { level: 3, round: 2 },
    ],
    ['fallback to the fallback', { level: 3, round: 2 }, { level: 3, round: 3 }],
  ])('%s', (_, from, to) => {
    expect(positionAfter(from, escalation())).toEqual(to);
  });

  test('goes straight to the fallback after one pass when nothing is repeated', () => {
    expect(positionAfter({ level: 2, round: 0 }, escalation({ repeat: 0 }))).toEqual({
      level: 3,
      round: 1,
    });
  });
});

describe('a step', () => {
  test('calls the first level and waits as long as it says', () => {
    const step = stepFrom({ escalation: escalation(), roster: roster(), called: [] }, start, now);
    expect(told(step)).toBe('level 0/0: maya+0 → 5');
  });

  test.each([
    ['an unfilled role', { roles: { ...roster().roles, advocate: null } }],
    ['somebody no longer active', { people: [person('ana'), person('tom')] }],
  ])('goes to the next level at once over %s', (_, over) => {
    const step = stepFrom(
      { escalation: escalation(), roster: roster(over), called: [] },
      start,
      now,
    );
    expect(told(step)).toBe('level 1/0: tom+0 → 5');
  });

  test('goes to the next level at once where nobody is on call', () => {
    const duty = {
      id: 'duty',
      timeZone: 'Europe/London',
      layers: [
        { rotation: { everyDays: 7, start: '2026-03-16T09:00', people: ['tom'] }, only: [] },
      ],
      overrides: [],
    };
    const levels = [
      { to: [{ schedule: 'duty' }], waitMinutes: 5 },
      { to: ['manager'], waitMinutes: 10 },
    ];
    const chase = {
      escalation: escalation({ levels }),
      roster: roster({ schedules: [duty] }),
      called: [],
    };
    expect(told(stepFrom(chase, start, now))).toBe('level 1/0: ana+0 → 10');
    const later = new Date('2026-03-16T09:00:00Z');
    expect(stepFrom(chase, start, later).calls.map(call => call.personId)).toEqual(['tom']);
  });

  test('does not call a person twice in a round, but again in the next', () => {
    const levels = [
      { to: ['advocate'], waitMinutes: 5 },
      { to: [{ person: 'maya' }], waitMinutes: 5 },
    ];
    const called = [{ personId: 'maya', via: 'chat', address: null, round: 0 }];
    const chase = { escalation: escalation({ levels }), roster: roster(), called };
    expect(told(stepFrom(chase, { level: 1, round: 0 }, now))).toBe('level 0/1: maya+0 → 5');
  });

  test('uses every contact method in its own time', () => {
    const maya = person('maya', {
      contact: [
        { via: 'chat', to: null, afterMinutes: 0 },
        { via: 'sms', to: '+1', afterMinutes: 2 },
        { via: 'voice', to: '+1', afterMinutes: 4 },
      ],
    });
    const chase = { escalation: escalation(), roster: roster({ people: [maya] }), called: [] };
    expect(told(stepFrom(chase, start, now))).toBe('level 0/0: maya+0 maya+2 maya+4 → 5');
  });

  test('calls all qualified people at once, first available', () => {
    const levels = [{ to: [{ skill: 'databases', strategy: 'first-available' }], waitMinutes: 6 }];
    const skilled = { skills: ['databases'] };
    const people = [person('ana', skilled), person('maya'), person('tom', skilled)];
    const chase = { escalation: escalation({ levels }), roster: roster({ people }), called: [] };
    expect(told(stepFrom(chase, start, now))).toBe('level 0/0: ana+0 tom+0 → 6');
  });

  test('calls qualified people one after the other within the wait, in order', () => {
    const levels = [{ to: [{ skill: 'databases', strategy: 'in-order' }], waitMinutes: 6 }];
    const skilled = { skills: ['databases'] };
    const people = [person('ana', skilled), person('maya', skilled), person('tom', skilled)];
    const chase = { escalation: escalation({ levels }), roster: roster({ people }), called: [] };
    expect(told(stepFrom(chase, start, now))).toBe('level 0/0: ana+0 maya+2 tom+4 → 6');
  });

  test('shares the turns among those who were not called yet', () => {
    const levels = [
      { to: ['advocate', 'backup', 'manager'], waitMinutes: 6, strategy: 'in-order' },
    ];
    const called = [{ personId: 'maya', via: 'chat', address: null, round: 0 }];
    const chase = { escalation: escalation({ levels }), roster: roster(), called };
    expect(told(stepFrom(chase, start, now))).toBe('level 0/0: tom+0 ana+3 → 6');
  });

  test('never spins, even when a level has no wait', () => {
    const levels = [{ to: ['advocate'], waitMinutes: 0 }];
    const chase = { escalation: escalation({ levels }), roster: roster(), called: [] };
    expect(told(stepFrom(chase, start, now))).toBe('level 0/0: maya+0 → 0.25');
  });
});

describe('the fallback', () => {
  const beats = (round: number) =>
    told(
      stepFrom(
        { escalation: escalation(), roster: roster(), called: [] },
        { level: 3, round },
        now,
      ),
    );

  test('is called steadily, then more slowly, and for as long as it takes', () => {
    expect(beats(2)).toBe('fallback 3/2: ana+0 → 15');
    expect(beats(9)).toBe('fallback 3/9: ana+0 → 15');
    expect(beats(10)).toBe('fallback 3/10: ana+0 → 60');
    expect(beats(22)).toBe('fallback 3/22: ana+0 → 240');
    expect(beats(500)).toBe('fallback 3/500: ana+0 → 1440');
  });

  test('comes at once when no level reaches anybody, and then means everybody who is left', () => {
    const levels = [{ to: ['sales'], waitMinutes: 5 }];
    const chase = {
      escalation: escalation({ levels, fallback: ['sales'] }),
      roster: roster(),
      called: [],
    };
    expect(told(stepFrom(chase, start, now))).toBe('fallback 1/2: ana+0 maya+0 tom+0 → 15');
  });

  test('looks for somebody every five minutes while there is nobody at all', () => {
    const chase = { escalation: escalation(), roster: roster({ people: [] }), called: [] };
    expect(told(stepFrom(chase, start, now))).toBe('fallback 3/2:  → 5');
  });
});

describe('a chase that begins anew', () => {
  test('goes on with the next level, and has all its repeats again', () => {
    const { position, policy } = chaseAnew({ level: 0, round: 4 }, escalation());
    expect(position).toEqual({ level: 1, round: 4 });
    expect(positionAfter({ level: 2, round: 4 }, policy)).toEqual({ level: 0, round: 5 });
    expect(positionAfter({ level: 2, round: 5 }, policy)).toEqual({ level: 3, round: 6 });
  });

  test.each([2, 3])('begins a new round after level %i', level => {
    const { position } = chaseAnew({ level, round: 4 }, escalation());
    expect(position).toEqual({ level: 0, round: 5 });
  });
});

describe('a stored policy', () => {
  test('may name a role or a person by a bare word', () => {
    expect(escalation({ fallback: ['manager', 'eve'] }).fallback).toEqual([
      { role: 'manager' },
      { person: 'eve' },
    ]);
  });

  test.each([[null], ['nonsense'], [{ levels: 'all' }], [{ levels: [], repeat: -1 }]])(
    'that cannot be read is the default: %j',
    stored => {
      expect(escalationFrom(stored)).toEqual(defaultEscalation);
    },
  );
});

describe('what a rule noticed', () => {
  const byPhone = [
    { via: 'chat', to: null, afterMinutes: 0 },
    { via: 'voice', to: '+15550100', afterMinutes: 2 },
  ] as const;
  const people = roster({
    people: ['ana', 'maya', 'tom'].map(id => person(id, { contact: byPhone })),
  });
  const gentle = gentleEscalation(escalation(), 'closed');
  const step = (position: { level: number; round: number }, at: Date) =>
    stepFrom({ escalation: gentle, roster: people, called: [] }, position, at);
  const calls = ({ calls: all }: Step) =>
    all.map(({ personId, via, dueAt }) => `${personId} ${via} ${dueAt.toISOString()}`);

  test('with nobody to ask, it is looked at again a day later', () => {
    const nobody = { escalation: gentle, roster: roster({ people: [] }), called: [] };
    expect(told(stepFrom(nobody, start, now))).toBe('fallback 2/1:  → 1440');
  });

  test('is told to those who look after the customer by chat alone, at any hour', () => {
    const night = new Date('2026-03-10T03:00:00Z');
    expect(calls(step({ level: 0, round: 0 }, night))).toEqual([
      'maya chat 2026-03-10T03:00:00.000Z',
      'tom chat 2026-03-10T03:00:00.000Z',
    ]);
  });

  test.each([
    ['in the night', '2026-03-10T03:00:00Z', '2026-03-10T09:00:00.000Z'],
    ['just before their morning', '2026-03-10T08:59:59.999Z', '2026-03-10T09:00:00.000Z'],
    ['in their morning', '2026-03-10T09:00:00Z', '2026-03-10T09:00:00.000Z'],
    ['on Friday evening', '2026-03-13T17:00:00Z', '2026-03-16T09:00:00.000Z'],
    ['before the clocks go forward', '2026-03-28T12:00:00Z', '2026-03-30T08:00:00.000Z'],
  ])('reaches a manager by chat in their hours: %s', (_, at, dueAt) => {
    const morning = step({ level: 1, round: 0 }, new Date(at));
    expect(calls(morning)).toEqual([`ana chat ${dueAt}`]);
    expect(since(new Date(dueAt), morning.dueAt)).toBe(24 * 60 * minute);
  });

  test('comes back to the manager each working day, and wakes nobody', () => {
    const last = step({ level: 2, round: 1 }, new Date('2026-03-13T18:00:00Z'));
    expect(last.kind).toBe('fallback');
    expect(calls(last)).toEqual(['ana chat 2026-03-16T09:00:00.000Z']);
    expect(last.dueAt).toEqual(new Date('2026-03-17T09:00:00Z'));
  });

  test('calls whoever is on duty by every way, again and again, while a window is open', () => {
    const own = escalation({ levels: [{ to: [{ schedule: 'duty' }], waitMinutes: 5 }] });
    const { levels, repeat, fallback } = gentleEscalation(own, 'open');
    expect(levels.map(({ to, by, waitMinutes }) => [to, by, waitMinutes])).toEqual([
      [[{ role: 'advocate' }, { role: 'backup' }], 'chat', 15],
      [[{ schedule: 'duty' }], undefined, 30],
    ]);
    expect([repeat, fallback]).toEqual([5, [{ role: 'manager' }]]);
    expect(gentleEscalation(own, 'closed')).toMatchObject({ levels: { length: 2 }, repeat: 0 });
  });

  test('is the same after it was stored and read', () => {
    expect(escalationFrom(JSON.parse(JSON.stringify(gentle)))).toEqual(gentle);
  });
});
