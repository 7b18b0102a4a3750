import { expect, test } from '@jest/globals';
import { type UnpromptedScene, unpromptedVerdict } from '../../../src/surveys/moment.ts';
import { isLow, keepsOf, scoreFrom } from '../../../src/surveys/survey.ts';

/** Monday 9 March 2026, 10:00 in New York. */
const now = new Date('2026-03-09T14:00:00Z');
const scene = (over: Partial<UnpromptedScene> = {}): UnpromptedScene => ({
  plannedAt: now,
  keeps: keepsOf('csat'),
  hasPlace: true,
  isLeftAlone: false,
  openTrouble: null,
  unpromptedToday: 0,
  promisedToday: 0,
  heardAt: null,
  working: {
    timeZone: 'America/New_York',
    businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
  },
  ...over,
});

test('it is asked at its moment, in the hours they work', () => {
  expect(unpromptedVerdict(scene(), now)).toEqual({ kind: 'ask' });
  const night = new Date('2026-03-09T03:00:00Z');
  expect(unpromptedVerdict(scene({ plannedAt: night }), night)).toMatchObject({
    until: new Date('2026-03-09T13:00:00Z'),
  });
});

test.each([
  ['a check-in went out today', { unpromptedToday: 1 }],
  ['a check-in was promised for later today', { promisedToday: 1 }],
  ['a page is open', { openTrouble: 'a page is open' }],
] as const)('it waits for another day while %s', (_, over) => {
  expect(unpromptedVerdict(scene(over), now)).toMatchObject({
    kind: 'wait',
    until: new Date('2026-03-10T16:00:00Z'),
  });
});

test('an hour after they spoke it may be asked, a second before it may not', () => {
  const heardAt = new Date('2026-03-09T13:00:00Z');
  expect(unpromptedVerdict(scene({ heardAt }), now).kind).toBe('ask');
  expect(unpromptedVerdict(scene({ heardAt: new Date(+heardAt + 1_000) }), now).kind).toBe('wait');
});

test('it is dropped where its moment is over, or where they want peace', () => {
  const plannedAt = new Date('2026-03-06T13:59:59Z');
  expect(unpromptedVerdict(scene({ plannedAt }), now).kind).toBe('drop');
  expect(unpromptedVerdict(scene({ keeps: keepsOf('nps'), plannedAt }), now).kind).toBe('ask');
  expect(unpromptedVerdict(scene({ isLeftAlone: true }), now).kind).toBe('drop');
});

test('a score is a number of its own kind, however it is written', () => {
  expect(['9', '9/10', 'a 9', '10 out of 10'].map(said => scoreFrom('nps', said))).toEqual([
    9, 9, 9, 10,
  ]);
  expect(['9', '4/10', '0', '4 of us'].map(said => scoreFrom('csat', said))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([isLow('nps', 6), isLow('nps', 7), isLow('csat', 2), isLow('csat', 3)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
