import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { timeQuestion } from '../../../src/situation/time-question.ts';

const plan = {
  stepNames: [
    'Back up the old system',
    'Freeze the old ledger',
    'Copy the balances',
    'Open the new ledger',
  ],
  transitionNames: ['ERP go-live'],
};

const newYork = 'America/New_York';

function ask(text: string, at: string, timeZone = newYork) {
  const now = DateTime.fromISO(at, { zone: timeZone }).toJSDate();
  return timeQuestion(text, plan, { now, timeZone });
}

/** A question's answer as one readable line, times on the asker's wall clock. */
function seen(text: string, at: string, timeZone = newYork): string {
  const question = ask(text, at, timeZone);
  const clock = (instant: Date) =>
    DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('yyyy-LL-dd HH:mm');
  if (!question) return 'none';
  switch (question.kind) {
    case 'happened':
    case 'planned':
      return `${question.kind} ${clock(question.from)} – ${clock(question.until)}`;
    case 'moment':
      return `moment ${clock(question.at)}`;
    case 'steps':
      return `steps ${question.steps.map(index => plan.stepNames[index]).join(' | ')}`;
    default:
      return question.kind;
  }
}

describe('questions about a stretch of time mean the asker’s own clock', () => {
  // A Tuesday.
  test.each([
    [
      'what happened overnight?',
      '2026-03-10T07:30',
      'happened 2026-03-09 18:00 – 2026-03-10 07:30',
    ],
    [
      'what happened overnight?',
      '2026-03-10T10:00',
      'happened 2026-03-09 18:00 – 2026-03-10 08:00',
    ],
    ['anything new last night', '2026-03-10T08:00', 'happened 2026-03-09 18:00 – 2026-03-10 08:00'],
    [
      'what did I miss while I was asleep',
      '2026-03-10T06:00',
      'happened 2026-03-09 18:00 – 2026-03-10 06:00',
    ],
    ['since yesterday?', '2026-03-10T09:00', 'happened 2026-03-09 00:00 – 2026-03-10 09:00'],
    [
      "what's happened since yesterday",
      '2026-03-10T09:00',
      'happened 2026-03-09 00:00 – 2026-03-10 09:00',
    ],
    [
      'what has happened since monday?',
      '2026-03-10T09:00',
      'happened 2026-03-09 00:00 – 2026-03-10 09:00',
    ],
    [
      'what happened since friday',
      '2026-03-10T09:00',
      'happened 2026-03-06 00:00 – 2026-03-10 09:00',
    ],
    [
      'what happened since 22:00?',
      '2026-03-10T09:00',
      'happened 2026-03-09 22:00 – 2026-03-10 09:00',
    ],
    ['anything since 7?', '2026-03-10T09:00', 'happened 2026-03-10 07:00 – 2026-03-10 09:00'],
    ['anything since 11?', '2026-03-10T09:00', 'happened 2026-03-09 23:00 – 2026-03-10 09:00'],
    [
      'what happened this morning?',
      '2026-03-10T11:00',
      'happened 2026-03-10 05:00 – 2026-03-10 12:00',
    ],
    ['what happened today', '2026-03-10T11:00', 'happened 2026-03-10 00:00 – 2026-03-11 00:00'],
    [
      'what happened yesterday evening?',
      '2026-03-10T11:00',
      'happened 2026-03-09 18:00 – 2026-03-10 00:00',
    ],
    [
      'any news in the last 2 hours?',
      '2026-03-10T11:00',
      'happened 2026-03-10 09:00 – 2026-03-10 11:00',
    ],
    [
      'what happened in the last half hour',
      '2026-03-10T11:00',
      'happened 2026-03-10 10:30 – 2026-03-10 11:00',
    ],
    [
      'what happened in the past few days',
      '2026-03-10T11:00',
      'happened 2026-03-07 10:00 – 2026-03-10 11:00',
    ],
    [
      'what happened over the weekend?',
      '2026-03-10T11:00',
      'happened 2026-03-07 00:00 – 2026-03-09 00:00',
    ],
    [
      'what happened on friday?',
      '2026-03-10T11:00',
      'happened 2026-03-06 00:00 – 2026-03-07 00:00',
    ],
    [
      'what happened on 6 March?',
      '2026-03-10T11:00',
      'happened 2026-03-06 00:00 – 2026-03-07 00:00',
    ],
    [
      'what happened last week?',
      '2026-03-10T11:00',
      'happened 2026-03-02 00:00 – 2026-03-09 00:00',
    ],
  ])('%s (at %s)', (text, at, expected) => {
    expect(seen(text, at)).toBe(expected);
  });

  test('the hour that a spring-forward day lacks is not counted', () => {
    // Clocks went from 02:00 to 03:00 on 8 March: four hours before 05:00 it was midnight.
    expect(seen('what happened in the last 4 hours?', '2026-03-08T05:00')).toBe(
      'happened 2026-03-08 00:00 – 2026-03-08 05:00',
    );
    expect(seen('what happened overnight?', '2026-03-08T09:00')).toBe(
      'happened 2026-03-07 18:00 – 2026-03-08 08:00',
    );
    expect(seen('what happened since 1:30?', '2026-03-08T09:00')).toBe(
      'happened 2026-03-08 01:30 – 2026-03-08 09:00',
    );
  });

  test('the hour that comes twice is taken the first time', () => {
    expect(seen('what happened at 1:30?', '2026-11-01T09:00')).toBe('moment 2026-11-01 01:30');
    const question = ask('what happened at 1:30?', '2026-11-01T09:00');
    expect(question?.kind === 'moment' && question.at.toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  test('another zone, another yesterday', () => {
    expect(seen('since yesterday?', '2026-03-10T00:10', 'Asia/Kolkata')).toBe(
      'happened 2026-03-09 00:00 – 2026-03-10 00:10',
    );
  });
});

describe('questions about what is to come', () => {
  test.each([
    ['what happens tomorrow?', '2026-03-10T11:00', 'planned 2026-03-11 00:00 – 2026-03-12 00:00'],
    [
      "what's planned for tonight?",
      '2026-03-10T11:00',
      'planned 2026-03-10 18:00 – 2026-03-11 08:00',
    ],
    [
      'what is the plan for tomorrow morning?',
      '2026-03-10T11:00',
      'planned 2026-03-11 05:00 – 2026-03-11 12:00',
    ],
    [
      'what is planned on friday?',
      '2026-03-10T11:00',
      'planned 2026-03-13 00:00 – 2026-03-14 00:00',
    ],
    ['what will happen at 19:00?', '2026-03-10T11:00', 'moment 2026-03-10 19:00'],
    ["what's next?", '2026-03-10T11:00', 'next'],
    ['What happens next', '2026-03-10T11:00', 'next'],
    ['when is cutover?', '2026-03-10T11:00', 'start'],
    ['when do we go live', '2026-03-10T11:00', 'start'],
    ['what time does it start?', '2026-03-10T11:00', 'start'],
    ['what time is it over?', '2026-03-10T11:00', 'finish'],
    ['when will this be done?', '2026-03-10T11:00', 'finish'],
    ['how long until it is finished?', '2026-03-10T11:00', 'finish'],
    ['how long will it take?', '2026-03-10T11:00', 'finish'],
    ['when can we log in again?', '2026-03-10T11:00', 'finish'],
    ['ETA?', '2026-03-10T11:00', 'finish'],
    ['when is the next step?', '2026-03-10T11:00', 'next'],
    ['what happens next week?', '2026-03-10T11:00', 'planned 2026-03-16 00:00 – 2026-03-23 00:00'],
    ['when will you check in again?', '2026-03-10T11:00', 'check-in'],
  ])('%s (at %s)', (text, at, expected) => {
    expect(seen(text, at)).toBe(expected);
  });
});

describe('questions about a step find it by its own words', () => {
  test.each([
    ['did the backup finish?', 'steps Back up the old system'],
    ['Is the back-up done', 'steps Back up the old system'],
    ['when does the balance copy start?', 'steps Copy the balances'],
    ['when will the new ledger open', 'steps Open the new ledger'],
    ['has the freeze happened yet?', 'steps Freeze the old ledger'],
    ['when is the ledger ready?', 'steps Freeze the old ledger | Open the new ledger'],
    ['are we on time?', 'on-time'],
    ['Are we still on track?', 'on-time'],
    ['is anything delayed?', 'on-time'],
    ['are we running late?', 'on-time'],
  ])('%s', (text, expected) => {
    expect(seen(text, '2026-03-10T11:00')).toBe(expected);
  });
});

describe('a moment is the nearest one that fits', () => {
  test.each([
    ['what happened at 3?', '2026-03-10T11:00', 'moment 2026-03-10 03:00'],
    ['what happened at 3?', '2026-03-10T15:30', 'moment 2026-03-10 15:00'],
    ['what happened at 3?', '2026-03-10T02:30', 'moment 2026-03-09 15:00'],
    ['what was going on around 23:30?', '2026-03-10T08:00', 'moment 2026-03-09 23:30'],
    ['what happened at 3pm yesterday?', '2026-03-10T08:00', 'moment 2026-03-09 15:00'],
  ])('%s (at %s)', (text, at, expected) => {
    expect(seen(text, at)).toBe(expected);
  });
});

describe('what is no question about time is left to others', () => {
  test.each([
    ['the ledger is down'],
    ['yesterday was great, thank you'],
    ["what's happening now?"],
    ['thanks'],
    ["I couldn't sleep last night"],
    ['may I have an invoice'],
    ['who is my advocate?'],
    ['what time is it?'],
    ['when will it be fixed?'],
    ['when will someone call me'],
    ['¿cuándo es la mayor parte?'],
    ['いつ開始しますか'],
    ['how long has it been down'],
    [''],
    ['?'],
  ])('%s', text => {
    expect(seen(text, '2026-03-10T11:00')).toBe('none');
  });
});

describe('what is known to ask of the plan', () => {
  const sensed = (text: string, sense: 'of-plan' | 'ahead') => {
    const now = DateTime.fromISO('2026-03-06T19:20', { zone: newYork }).toJSDate();
    return timeQuestion(text, plan, { now, timeZone: newYork, sense })?.kind;
  };

  test.each([
    ['whenabouts the ledger, roughly', 'of-plan', 'steps'],
    ['Wann wird das Hauptbuch geöffnet?', 'ahead', 'steps'],
    ['what have you got lined up tonight', 'ahead', 'planned'],
    ['what happened tonight', 'ahead', 'happened'],
    ['what was done tonight', 'ahead', 'happened'],
  ] as const)('%s', (text, sense, kind) => expect(sensed(text, sense)).toBe(kind));

  test('the rest of a night is still to come', () =>
    expect(ask("What's the rest of tonight look like?", '2026-03-06T19:20')?.kind).toBe('planned'));
});
