import { describe, expect, test } from '@jest/globals';
import { isContentStop, readWish } from '../../../src/conversation/words/wish-words.ts';

// Friday 6 March 2026, 12:00 in New York.
const now = new Date('2026-03-06T17:00:00Z');
const reading = { now, timeZone: 'America/New_York', defaultTime: '09:00' };
const at = (iso: string) => ({ kind: 'at', at: new Date(iso) });

describe('the customer sets its own rhythm in its own words', () => {
  test.each([
    ['less please', 'less', { kind: 'less' }],
    ['too many messages', 'less', { kind: 'less' }],
    ['stop sending me so many messages', 'less', { kind: 'less' }],
    ['stop asking', 'less', { kind: 'stop' }],
    ['please do not check in anymore', 'less', { kind: 'stop' }],
    ['only contact me when something is wrong', 'less', { kind: 'stop' }],
    ['more often please', 'more', { kind: 'more' }],
    ['keep me posted', 'more', { kind: 'more' }],
    ['every morning', 'more', { kind: 'daily-at', time: '09:00' }],
    ['every day at 8:30', 'more', { kind: 'daily-at', time: '08:30' }],
    ['daily at 4', 'more', { kind: 'daily-at', time: '16:00' }],
    ['not before 9', 'less', { kind: 'not-before', time: '09:00' }],
    ['please not before 10:30', 'less', { kind: 'not-before', time: '10:30' }],
    ["please don't write before 10 in the morning", 'less', { kind: 'not-before', time: '10:00' }],
    ['please ask every morning at 9:30', 'more', { kind: 'daily-at', time: '09:30' }],
    ['every day please', 'more', { kind: 'daily' }],
    ['no messages before 8am', 'less', { kind: 'not-before', time: '08:00' }],
    ['keep it daily', 'more', { kind: 'keep' }],
    ['ask me at 4', 'more', at('2026-03-06T21:00:00Z')],
    ['ask me again tomorrow', 'less', at('2026-03-07T14:00:00Z')],
    ['pause until Monday', 'less', at('2026-03-09T13:00:00Z')],
    ['Bitte fragt mich morgen wieder', 'more', at('2026-03-07T14:00:00Z')],
    ['demandez-moi demain', 'more', at('2026-03-07T14:00:00Z')],
    ['bitte hört auf zu schreiben', 'less', { kind: 'stop' }],
    ['bitte nicht so oft schreiben', 'less', { kind: 'less' }],
    ['une fois par semaine suffit', 'less', { kind: 'weekly' }],
    ['check in again in two hours', 'more', at('2026-03-06T19:00:00Z')],
  ] as const)('%s', (text, leaning, wish) => {
    expect(readWish(text, leaning, reading)).toEqual(wish);
  });

  test('knows a content goodbye from an annoyed one', () => {
    expect(isContentStop('Thank you, you can stop calling')).toBe(true);
    expect(isContentStop('all good here, no more check-ins needed, thanks')).toBe(true);
    expect(isContentStop('stop asking')).toBe(false);
    expect(isContentStop('thanks for everything')).toBe(false);
  });
});

describe('hours said in the evening are of that evening', () => {
  const evening = { ...reading, now: new Date('2026-03-07T00:20:00Z') };

  test.each([
    ['leave me alone between 9 and 11 tonight please', '2026-03-07T04:00:00Z'],
    ["don't write between 8 and 10", '2026-03-07T03:00:00Z'],
    ["don't ask between 9 and 10", '2026-03-07T03:00:00Z'],
    ["don't write between 10 and midnight", '2026-03-07T05:00:00Z'],
    ["don't write between 9 and 11 am", '2026-03-07T16:00:00Z'],
    ["don't write between 5 and 6", '2026-03-07T11:00:00Z'],
  ])('%s', (text, until) => expect(readWish(text, 'less', evening)).toEqual(at(until)));
});
