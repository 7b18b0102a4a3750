import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { inZone } from '../../../src/shared/time.ts';
import { momentIn, stretchIn } from '../../../src/understanding/times/moment.ts';
import { periodIn } from '../../../src/understanding/times/period.ts';

const timeZone = 'Europe/Berlin';
const ahead = {
  now: new Date('2026-03-06T10:00:00+01:00'),
  timeZone,
  tense: 'future',
  defaultTime: '09:00',
} as const;
const back = { ...ahead, now: new Date('2026-03-07T00:20:00+01:00'), tense: 'past' } as const;
const deadline = { ...ahead, defaultTime: '17:00' };

const shown = (at: Date | undefined) => at && inZone(at, timeZone).toFormat("yyyy-MM-dd'T'HH:mm");

interface Said {
  moments: [string, string][];
  past: [string, string][];
  stretches: [string, string, string][];
  doubts: [string, string][];
  reversed: string[];
  none: string[];
}

describe.each(['examples', 'variants'])('the %s of times in words', set => {
  const said: Said = parse(readFileSync(`test/fixtures/heard/times.${set}.yaml`, 'utf8'), {
    schema: 'failsafe',
  });

  it.each(said.moments)('%s', (words, expected) => {
    const reckoning = words.includes('end of') ? deadline : ahead;
    const moment = momentIn(words, reckoning);
    expect([shown(moment?.at), moment?.doubt?.kind]).toEqual([expected, undefined]);
  });

  it.each(said.past)('%s, said at 00:20', (words, expected) => {
    expect(shown(momentIn(words, back)?.at)).toBe(expected);
  });

  it.each(said.stretches)('%s', (words, from, until) => {
    const stretch = stretchIn(words, ahead);
    expect([shown(stretch?.from), shown(stretch?.until), stretch?.doubt ?? null]).toEqual([
      from,
      until,
      null,
    ]);
  });

  it.each(said.doubts)('%s is asked back: %s', (words, doubt) => {
    expect(momentIn(words, ahead)?.doubt?.kind).toBe(doubt);
  });

  it.each(said.reversed)('%s is asked back', words => {
    expect(stretchIn(words, ahead)?.doubt?.kind).toBe('reversed');
  });

  it.each(said.none)('%s names no time', words => {
    expect(momentIn(words, ahead)).toBeNull();
  });
});

describe('"in 2 hours" is two hours of real time', () => {
  const hoursUntil = (words: string, now: string) => {
    const reckoning = { ...ahead, now: new Date(now), timeZone: 'America/New_York' };
    const at = momentIn(words, reckoning)?.at;
    return at && (at.getTime() - reckoning.now.getTime()) / 3_600_000;
  };

  it.each([
    ['an ordinary night', '2026-03-06T23:30:00-05:00'],
    ['the night the clocks go forward', '2026-03-08T01:30:00-05:00'],
    ['the night the clocks go back', '2026-11-01T00:30:00-04:00'],
  ])('in %s', (_, now) => {
    expect(hoursUntil('in 2 hours', now)).toBe(2);
  });

  it.each([
    ['before', '2026-03-07T23:50:00-05:00'],
    ['at', '2026-03-08T01:59:00-05:00'],
  ])('and 30 minutes %s the change are half of one', (_, now) => {
    expect(hoursUntil('in 30 minutes', now)).toBe(0.5);
  });
});

it('a reading of the clock that comes twice is taken the first time', () => {
  const reckoning = { ...ahead, now: new Date('2026-10-24T12:00:00+02:00') };
  expect(momentIn('tomorrow at 02:30', reckoning)?.at.toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  );
});

describe('the hours of a night are those that come next', () => {
  const evening = { now: new Date('2026-03-06T19:20:00+01:00'), timeZone };
  const nightOf = (words: string) => {
    const period = periodIn(words, evening, 'future');
    return [shown(period?.from), shown(period?.until)];
  };

  it.each([
    ['what happens between 11 and 1', '2026-03-06T23:00', '2026-03-07T01:00'],
    ['what is planned between 9 and 10', '2026-03-06T21:00', '2026-03-06T22:00'],
    ['between 10 and 2, what is on', '2026-03-06T22:00', '2026-03-07T02:00'],
    ['was passiert zwischen 11 und 1', '2026-03-06T23:00', '2026-03-07T01:00'],
    ['what is planned tomorrow between 9 and 11', '2026-03-07T09:00', '2026-03-07T11:00'],
    ['between 9 and 11 tomorrow', '2026-03-07T09:00', '2026-03-07T11:00'],
    ['between 14:00 and 16:00', '2026-03-07T14:00', '2026-03-07T16:00'],
  ])('%s', (words, from, until) => expect(nightOf(words)).toEqual([from, until]));
});
