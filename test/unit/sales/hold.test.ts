import { expect, test } from '@jest/globals';
import { holdOf, isWeighty, type SalesScene } from '../../../src/sales/hold.ts';
import { promptWords } from '../../../src/sales/sales-card.ts';

/** Monday 9 March 2026, 10:00 in New York. */
const now = new Date('2026-03-09T14:00:00Z');
const before = new Date('2026-03-09T13:00:00Z');

const scene = (over: Partial<SalesScene> = {}): SalesScene => ({
  windowUntil: null,
  pageSince: null,
  worrySince: null,
  lateSince: null,
  silentSince: null,
  isStopped: false,
  pausedUntil: null,
  change: 'under-way',
  dissatisfiedAt: null,
  confidence: 0.9,
  unpromptedToday: 0,
  working: {
    timeZone: 'America/New_York',
    businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
  },
  ...over,
});

test('a calm customer at work, whom nobody has asked anything today, may be called', () => {
  expect(holdOf(scene(), now)).toEqual([]);
  expect(holdOf(scene({ confidence: null }), now)).toEqual([]);
  expect(holdOf(scene({ pausedUntil: now }), now)).toEqual([]);
});

test.each([
  ['page', { pageSince: before }],
  ['window', { windowUntil: new Date('2026-03-09T20:00:00Z') }],
  ['worry', { worrySince: before }],
  ['late', { lateSince: before }],
  ['peace', { isStopped: true }],
  ['paused', { pausedUntil: new Date('2026-03-09T20:00:00Z') }],
  ['silence', { silentSince: before }],
  ['dissatisfied', { dissatisfiedAt: before }],
  ['uneasy', { confidence: 0.31 }],
] as const)('nobody sells while there is cause: %s', (kind, over) => {
  const reasons = holdOf(scene(over), now);
  expect(reasons.map(reason => reason.kind)).toEqual([kind]);
  expect(reasons.every(isWeighty)).toBe(true);
});

test('a second message of a day, and an hour outside theirs, pass by themselves', () => {
  expect(holdOf(scene({ unpromptedToday: 1 }), now)).toEqual([{ kind: 'budget' }]);
  const night = new Date('2026-03-09T12:59:59Z');
  expect(holdOf(scene(), night)).toEqual([
    { kind: 'hours', until: new Date('2026-03-09T13:00:00Z') },
  ]);
  expect(holdOf(scene({ unpromptedToday: 1 }), now).some(isWeighty)).toBe(false);
});

test.each([
  ['just before two weeks are over', '2026-02-23T14:00:01Z', 1],
  ['after two weeks', '2026-02-23T14:00:00Z', 0],
])('dissatisfaction holds %s', (_, at, count) => {
  expect(holdOf(scene({ dissatisfiedAt: new Date(at) }), now)).toHaveLength(count);
});

test('confidence holds below "guarded", and not at it', () => {
  expect(holdOf(scene({ confidence: 0.349 }), now)).toHaveLength(1);
  expect(holdOf(scene({ confidence: 0.35 }), now)).toHaveLength(0);
});

const asking = (over: Partial<SalesScene>, spokeAt: Date | null = null) =>
  promptWords({ customerId: 'c', customerName: 'C', scene: scene(over) }, spokeAt, now);

test.each([
  ['a change is planned that has not begun', { change: 'planned', confidence: null }],
  ['a change is under way', { change: 'under-way', confidence: null }],
  ['no change is under way or planned', { change: null, confidence: null }],
  ['they are steady (90 %)', { change: 'under-way', confidence: 0.9 }],
] as const)('who is asked to call is told of the change what is known: %s', (words, over) => {
  expect(asking(over)).toContain(`: ${words}, and no page, worry or late step is open.`);
});

test.each([
  ['2026-02-09T14:00:00Z', 'Sales last spoke with them 28 days ago: '],
  ['2026-01-08T15:00:00Z', 'Sales last spoke with them 60 days ago: '],
])('how long sales has not spoken is counted from the last time: %s', (spokeAt, words) => {
  expect(asking({}, new Date(spokeAt))).toContain(words);
});

test('where nobody told of a conversation, none is denied', () => {
  expect(asking({})).toMatch(/^A conversation from sales is due, the first I know of: /);
});
