import { describe, expect, test } from '@jest/globals';
import type { Rotation } from '../../../src/on-call/rotation.ts';
import {
  gapsOf,
  nextOnCall,
  onCallAt,
  type Schedule,
  scheduleFrom,
  shiftsOf,
} from '../../../src/on-call/schedule.ts';

const at = (iso: string) => new Date(iso);

type Told = Partial<Schedule> & { readonly rotation?: Rotation };

const weekly = { everyDays: 7, start: '2026-03-02T09:00', people: ['maya', 'tom', 'ana'] };

function schedule({ rotation = weekly, ...told }: Told = {}): Schedule {
  const layers = [{ rotation, only: [] }];
  return { id: 'duty', timeZone: 'Europe/London', layers, overrides: [], ...told };
}

describe('who is on call', () => {
  test.each([
    ['just before the first hand-over', '2026-03-02T08:59:59.999Z', null],
    ['at the first hand-over', '2026-03-02T09:00:00Z', 'maya'],
    ['just before the second', '2026-03-09T08:59:59.999Z', 'maya'],
    ['at the second', '2026-03-09T09:00:00Z', 'tom'],
    ['just after the second', '2026-03-09T09:00:00.001Z', 'tom'],
    ['when the rotation has come round', '2026-03-23T09:00:00Z', 'maya'],
    // Clocks go forward in London on 29 March: 09:00 on the wall is 08:00 UTC from then on.
    ['just before the first hand-over of summer time', '2026-03-30T07:59:59.999Z', 'maya'],
    ['at the first hand-over of summer time', '2026-03-30T08:00:00Z', 'tom'],
    // And back on 25 October.
    ['just before the first hand-over of winter time', '2026-10-26T08:59:59.999Z', 'maya'],
    ['at the first hand-over of winter time', '2026-10-26T09:00:00Z', 'tom'],
  ])('%s', (_, instant, personId) => {
    expect(onCallAt(schedule(), at(instant))?.personId ?? null).toBe(personId);
  });

  test('says until when', () => {
    expect(onCallAt(schedule(), at('2026-03-28T12:00:00Z'))).toEqual({
      personId: 'maya',
      until: at('2026-03-30T08:00:00Z'),
    });
  });

  test.each([
    ['at the start', '2026-07-01T13:00:00Z', 'maya', '2026-07-02T01:00:00Z'],
    ['just before night', '2026-07-02T00:59:59Z', 'maya', '2026-07-02T01:00:00Z'],
    ['at night', '2026-07-02T01:00:00Z', 'tom', '2026-07-02T13:00:00Z'],
    ['the next morning', '2026-07-02T13:00:00Z', 'maya', '2026-07-03T01:00:00Z'],
    // The night the clocks go back lasts an hour longer.
    ['the long night', '2026-11-01T01:00:00Z', 'tom', '2026-11-01T14:00:00Z'],
  ])('hands over every twelve hours: %s', (_, instant, personId, until) => {
    const shifts = schedule({
      timeZone: 'America/New_York',
      rotation: { everyDays: 0.5, start: '2026-07-01T09:00', people: ['maya', 'tom'] },
    });
    expect(onCallAt(shifts, at(instant))).toEqual({ personId, until: at(until) });
  });

  test('hands over at a wall time that a spring-forward gap skips, one gap later', () => {
    const gap = schedule({
      timeZone: 'America/New_York',
      rotation: { everyDays: 1, start: '2026-03-07T02:30', people: ['maya', 'tom'] },
    });
    expect(onCallAt(gap, at('2026-03-08T07:29:59Z'))?.personId).toBe('maya');
    expect(onCallAt(gap, at('2026-03-08T07:30:00Z'))?.personId).toBe('tom');
  });

  test('hands over once at a wall time that comes twice', () => {
    const fold = schedule({
      timeZone: 'America/New_York',
      rotation: { everyDays: 1, start: '2026-10-31T01:30', people: ['maya', 'tom'] },
    });
    expect(onCallAt(fold, at('2026-11-01T05:29:59Z'))?.personId).toBe('maya');
    expect(onCallAt(fold, at('2026-11-01T05:30:00Z'))?.personId).toBe('tom');
    expect(onCallAt(fold, at('2026-11-01T06:30:00Z'))?.personId).toBe('tom');
  });

  test('is nobody without people, and nobody in a zone that does not exist', () => {
    const empty = { everyDays: 7, start: '2026-03-02T09:00', people: [] };
    expect(onCallAt(schedule({ rotation: empty }), at('2026-04-01T00:00:00Z'))).toBeNull();
    expect(onCallAt(schedule({ timeZone: 'Mars/Base' }), at('2026-04-01T00:00:00Z'))).toBeNull();
  });
});

describe('overrides', () => {
  const withSwap = schedule({
    overrides: [
      { from: at('2026-03-04T18:00:00Z'), until: at('2026-03-05T06:00:00Z'), personId: 'eve' },
      { from: at('2026-03-05T00:00:00Z'), until: at('2026-03-05T03:00:00Z'), personId: 'tom' },
    ],
  });

  test.each([
    ['just before', '2026-03-04T17:59:59.999Z', 'maya'],
    ['at its start', '2026-03-04T18:00:00Z', 'eve'],
    ['where the newer one covers it', '2026-03-05T00:00:00Z', 'tom'],
    ['when the newer one ends', '2026-03-05T03:00:00Z', 'eve'],
    ['just before its end', '2026-03-05T05:59:59.999Z', 'eve'],
    ['at its end', '2026-03-05T06:00:00Z', 'maya'],
  ])('%s', (_, instant, personId) => {
    expect(onCallAt(withSwap, at(instant))?.personId).toBe(personId);
  });

  test('ends the duty before it and says who is next', () => {
    const before = at('2026-03-04T12:00:00Z');
    expect(onCallAt(withSwap, before)?.until).toEqual(at('2026-03-04T18:00:00Z'));
    expect(nextOnCall(withSwap, before)).toEqual({
      personId: 'eve',
      from: at('2026-03-04T18:00:00Z'),
    });
  });

  test('reads a time without an offset on the wall clock of the schedule', () => {
    const stored = scheduleFrom({
      id: 'duty',
      timeZone: 'Europe/London',
      layers: [
        { rotation: { everyDays: 7, start: '2026-03-02T09:00', people: ['maya'] }, only: [] },
      ],
      overrides: [
        { from: '2026-07-01T09:00', until: '2026-07-01T12:00:00-05:00', personId: 'tom' },
      ],
    });
    expect(stored.overrides[0]?.from).toEqual(at('2026-07-01T08:00:00Z'));
    expect(stored.overrides[0]?.until).toEqual(at('2026-07-01T17:00:00Z'));
  });
});

describe('who is next', () => {
  test('is the next different person', () => {
    expect(nextOnCall(schedule(), at('2026-03-04T00:00:00Z'))).toEqual({
      personId: 'tom',
      from: at('2026-03-09T09:00:00Z'),
    });
  });

  test('is nobody where one person does it all', () => {
    const alone = { everyDays: 7, start: '2026-03-02T09:00', people: ['maya'] };
    expect(nextOnCall(schedule({ rotation: alone }), at('2026-03-04T00:00:00Z'))).toBeNull();
    expect(onCallAt(schedule({ rotation: alone }), at('2026-03-04T00:00:00Z'))).toEqual({
      personId: 'maya',
      until: null,
    });
  });

  test('is the first of the rotation before it starts', () => {
    expect(nextOnCall(schedule(), at('2026-02-20T00:00:00Z'))).toEqual({
      personId: 'maya',
      from: at('2026-03-02T09:00:00Z'),
    });
  });
});

describe('gaps', () => {
  test('are what lies before the first hand-over, less what an override covers', () => {
    const covered = schedule({
      overrides: [
        { from: at('2026-03-01T10:00:00Z'), until: at('2026-03-01T12:00:00Z'), personId: 'eve' },
      ],
    });
    expect(gapsOf(covered, at('2026-03-01T00:00:00Z'), at('2026-04-01T00:00:00Z'))).toEqual([
      { from: at('2026-03-01T00:00:00Z'), until: at('2026-03-01T10:00:00Z') },
      { from: at('2026-03-01T12:00:00Z'), until: at('2026-03-02T09:00:00Z') },
    ]);
  });

  test('are none once the rotation runs, over a clock change too', () => {
    expect(gapsOf(schedule(), at('2026-03-02T09:00:00Z'), at('2027-03-02T09:00:00Z'))).toEqual([]);
  });
});

describe('layers', () => {
  const every = (people: string[], start = '2026-03-02T09:00') => ({ everyDays: 7, start, people });
  const weekdays = [1, 2, 3, 4, 5];
  const followTheSun = schedule({
    timeZone: 'Europe/London',
    layers: [
      { rotation: every(['maya', 'tom']), only: [] },
      { rotation: every(['kim']), only: [{ days: weekdays, from: '22:00', until: '06:00' }] },
    ],
  });

  test.each([
    ['just before the night begins', '2026-03-03T21:59:59.999Z', 'maya'],
    ['at its beginning', '2026-03-03T22:00:00Z', 'kim'],
    ['after midnight', '2026-03-04T03:00:00Z', 'kim'],
    ['just before it ends', '2026-03-04T05:59:59.999Z', 'kim'],
    ['at its end', '2026-03-04T06:00:00Z', 'maya'],
    ["on Saturday before dawn, still Friday's night", '2026-03-07T03:00:00Z', 'kim'],
    ["on Sunday before dawn, nobody's night", '2026-03-08T03:00:00Z', 'maya'],
  ])('the upper one stands in its hours, the lower one at all others: %s', (_, instant, who) => {
    expect(onCallAt(followTheSun, at(instant))?.personId).toBe(who);
  });

  test('end a duty where their hours begin', () => {
    expect(onCallAt(followTheSun, at('2026-03-03T12:00:00Z'))?.until).toEqual(
      at('2026-03-03T22:00:00Z'),
    );
  });

  test('leave a gap where none of them has anybody, and an override closes it', () => {
    const days = { days: weekdays, from: '09:00', until: '17:00' };
    const open = schedule({ layers: [{ rotation: every(['maya']), only: [days] }] });
    const [from, until] = [at('2026-03-05T12:00:00Z'), at('2026-03-06T12:00:00Z')];
    const night = { from: at('2026-03-05T17:00:00Z'), until: at('2026-03-06T09:00:00Z') };
    expect(gapsOf(open, from, until)).toEqual([night]);
    const closed = { ...open, overrides: [{ ...night, personId: 'tom' }] };
    expect(gapsOf(closed, from, until)).toEqual([]);
    expect(shiftsOf(closed, from, until).map(({ personId }) => personId)).toEqual([
      'maya',
      'tom',
      'maya',
    ]);
  });

  test('say always where one person has every hour of all of them', () => {
    const alone = schedule({
      layers: [
        { rotation: every(['maya']), only: [] },
        {
          rotation: every(['maya']),
          only: [{ days: weekdays, from: '09:00', until: '17:00' }],
        },
      ],
    });
    expect(onCallAt(alone, at('2026-03-05T12:00:00Z'))).toEqual({ personId: 'maya', until: null });
  });
});
