import { describe, expect, test } from '@jest/globals';
import { shared, type Text } from '../../../src/delivery/audience.ts';
import { plainSpans, plainText } from '../../../src/delivery/plain-text.ts';
import type { Milestone } from '../../../src/transitions/milestone.ts';
import type { Transition } from '../../../src/transitions/transition.ts';
import {
  dayLabel,
  eveningsOf,
  rhythmText,
  type Welcome,
  welcomeAt,
  welcomeCard,
} from '../../../src/transitions/welcome.ts';

const customer = {
  timeZone: 'America/New_York',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
};
// Friday 6 March, 18:00 in New York.
const windowFrom = new Date('2026-03-06T23:00:00Z');
const said = (text: Text<'shared'>) => plainSpans(text, { timeZone: 'UTC', now: windowFrom });
const unbounded = { min: null, max: null };

describe('the welcome comes in working hours within the week before, and never too late', () => {
  test.each([
    [
      'weeks before: a week before, in working hours',
      '2026-02-01T12:00:00Z',
      '2026-03-02T14:00:00Z',
    ],
    ['in working hours of that week: now', '2026-03-04T15:00:00Z', '2026-03-04T15:00:00Z'],
    ['at night: next morning', '2026-03-05T03:00:00Z', '2026-03-05T14:00:00Z'],
    ['an hour before, after work: now', '2026-03-06T22:00:00Z', '2026-03-06T22:00:00Z'],
    ['the morning before: when work begins', '2026-03-06T10:00:00Z', '2026-03-06T14:00:00Z'],
  ])('%s', (_, now, expected) => {
    const at = welcomeAt({ phase: 'preparing', windowFrom }, customer, new Date(now));
    expect(at.toISOString()).toBe(new Date(expected).toISOString());
  });

  test('a window on a Sunday is announced at short notice, not in the middle of Friday night', () => {
    const sunday = new Date('2026-03-08T22:00:00Z');
    const at = welcomeAt(
      { phase: 'preparing', windowFrom: sunday },
      customer,
      new Date('2026-03-07T05:00:00Z'),
    );
    expect(at.toISOString()).toBe('2026-03-08T10:00:00.000Z');
  });

  test('in the window at once, after it in working hours', () => {
    const now = new Date('2026-03-07T05:00:00Z');
    expect(welcomeAt({ phase: 'live', windowFrom }, customer, now)).toEqual(now);
    expect(welcomeAt({ phase: 'settling', windowFrom }, customer, now).toISOString()).toBe(
      '2026-03-09T13:00:00.000Z',
    );
  });
});

test.each([
  ['2026-03-06T22:00:00Z', 'Tonight'],
  ['2026-03-05T22:00:00Z', null],
  // Already Friday in UTC, still Thursday in New York.
  ['2026-03-06T03:00:00Z', null],
])('at %s it is called "%s"', (now, label) => {
  expect(dayLabel(windowFrom, new Date(now), 'America/New_York')).toEqual(
    label && expect.objectContaining({ text: label }),
  );
});

test('a window in the morning is today, not tonight', () => {
  const from = new Date('2026-03-06T15:00:00Z');
  expect(dayLabel(from, new Date('2026-03-06T14:00:00Z'), 'America/New_York')).toMatchObject({
    text: 'Today',
  });
});

describe('the rhythm it promises is the one it keeps', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  test.each([
    [
      'preparing',
      unbounded,
      'every two days until it starts, about every hour while it runs, less as things settle',
    ],
    ['live', unbounded, 'about every hour while it runs, less as things settle'],
    ['settling', unbounded, 'once a day at first, less as things settle'],
    [
      'live',
      { min: '2h', max: '4h' },
      'about every two hours while it runs, less as things settle',
    ],
    [
      'live',
      { min: null, max: '30m' },
      'about every half hour while it runs, less as things settle',
    ],
  ] as const)('%s, %o', (phase, bounds, words) => {
    expect(said(rhythmText({ phase, windowFrom }, bounds, now))).toBe(words);
  });

  test('right before the window only the window counts', () => {
    const soon = new Date('2026-03-06T22:00:00Z');
    expect(said(rhythmText({ phase: 'preparing', windowFrom }, unbounded, soon))).toBe(
      'about every hour while it runs, less as things settle',
    );
  });
});

const step = (id: string, at: string): Milestone => ({
  id,
  key: id,
  transitionId: 't',
  customerId: 'northwind',
  name: id,
  position: 0,
  plannedFrom: new Date(at),
  plannedUntil: new Date(at),
  state: 'planned',
  startedAt: null,
  endedAt: null,
});

test('a night belongs to the evening it began in', () => {
  const days = eveningsOf(
    [
      step('rehearsal', '2026-03-04T19:00:00Z'),
      step('backup', '2026-03-06T23:00:00Z'),
      step('open', '2026-03-07T06:00:00Z'),
      // 06:00 in New York: a new day.
      step('handover', '2026-03-07T11:00:00Z'),
    ],
    'America/New_York',
  );
  expect(days.map(steps => steps.map(({ id }) => id))).toEqual([
    ['rehearsal'],
    ['backup', 'open'],
    ['handover'],
  ]);
});

const welcome = (vendorName: string): Welcome => ({
  transition: { id: 't', customerId: 'northwind', name: 'ERP', windowFrom } as Transition,
  milestones: [step('Backup', '2026-03-06T23:00:00Z'), step('Opening', '2026-03-07T06:00:00Z')],
  vendorName,
  customerName: 'Northwind',
  customerZone: 'America/New_York',
  advocateName: 'Ada',
  rhythm: shared`daily`,
});

test('two days before, the step after midnight is named with its own day; on the night itself it is tonight', () => {
  const plan = (now: string) => {
    const at = new Date(now);
    const card = welcomeCard(welcome('Acme'), at);
    return plainText(card, { timeZone: 'America/New_York', now: at }).split('\n')[1];
  };
  expect(plan('2026-03-04T15:00:00Z')).toBe('Fri 6 Mar: Backup 18:00, Opening Sat 01:00.');
  expect(plan('2026-03-06T20:00:00Z')).toBe('Tonight: Backup 18:00, Opening 01:00.');
});

test.each([
  ['Acme', "I'm Handrail, Acme's advocate for"],
  ['Fernhollow Systems', "I'm Handrail, Fernhollow Systems' advocate for"],
])('%s is written as English writes it', (vendorName, words) => {
  const card = welcomeCard(welcome(vendorName), windowFrom);
  expect(plainText(card, { timeZone: 'UTC', now: windowFrom })).toContain(words);
});
