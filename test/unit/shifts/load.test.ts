import { expect, test } from '@jest/globals';
import { loadOf, loadTable } from '../../../src/shifts/load.ts';

const at = (iso: string) => new Date(iso);
const shift = (from: string, until: string) => ({
  personId: 'ada',
  from: at(from),
  until: at(until),
});
const load = (timeZone: string, shifts: ReturnType<typeof shift>[], calls: Date[] = []) =>
  loadOf('ada', { timeZone, shifts, calls });

test('a night from Friday to Saturday is ten hours, eight of them at night, and eight of the weekend', () => {
  expect(load('Europe/London', [shift('2026-03-06T22:00:00Z', '2026-03-07T08:00:00Z')])).toEqual({
    personId: 'ada',
    hours: 10,
    nightHours: 8,
    nights: 1,
    weekendHours: 8,
    calls: 0,
    nightCalls: 0,
    nightsWoken: 0,
  });
});

test('nights are those of the person: a day in London is a night in Tokyo', () => {
  const day = shift('2026-03-04T09:00:00Z', '2026-03-04T17:00:00Z');
  expect(load('Europe/London', [day]).nightHours).toBe(0);
  expect(load('Asia/Tokyo', [day]).nightHours).toBe(4);
});

test('the night in which clocks go forward is an hour shorter', () => {
  const night = shift('2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z');
  expect(load('Europe/London', [night])).toMatchObject({ hours: 7, nightHours: 7, nights: 1 });
});

test.each([
  ['just before the night', '2026-03-04T21:59:59Z', 0],
  ['as it begins', '2026-03-04T22:00:00Z', 1],
  ['just before it ends', '2026-03-05T05:59:59Z', 1],
  ['as it ends', '2026-03-05T06:00:00Z', 0],
])('a call counts for the night: %s', (_, call, count) => {
  expect(load('Europe/London', [], [at(call)]).nightCalls).toBe(count);
});

test('the table keeps a name a name, whatever is in it', () => {
  const one = { ...load('UTC', []), name: '=HYPERLINK("x"), Ada' };
  expect(loadTable([one])).toBe(
    `person,name,hours,night hours,nights,weekend hours,night calls\nada,"'=HYPERLINK(""x""), Ada",0,0,0,0,0\n`,
  );
});
