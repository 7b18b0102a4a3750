import { describe, expect, test } from '@jest/globals';
import { internal, shared, strong, time, words } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { ageText, clockText, plainText } from '../../../src/delivery/plain-text.ts';
import { written } from '../../harness/written.ts';

const at = (iso: string) => new Date(iso);

describe('a time in a message', () => {
  test.each([
    [
      'today, only the clock',
      '2026-03-06T23:05:00Z',
      '2026-03-06T20:00:00Z',
      'America/New_York',
      '18:05',
    ],
    [
      'after midnight for the reader, the day too',
      '2026-03-07T05:30:00Z',
      '2026-03-07T04:00:00Z',
      'America/New_York',
      'Sat 00:30',
    ],
    [
      'the same instants in London are one day',
      '2026-03-07T05:30:00Z',
      '2026-03-07T04:00:00Z',
      'Europe/London',
      '05:30',
    ],
    [
      'after the clocks went forward',
      '2026-03-08T07:30:00Z',
      '2026-03-08T06:30:00Z',
      'America/New_York',
      '03:30',
    ],
    [
      'far away, the date',
      '2026-03-20T14:00:00Z',
      '2026-03-06T14:00:00Z',
      'America/New_York',
      'Fri 20 Mar, 10:00',
    ],
  ])('%s', (_promise, instant, now, timeZone, text) => {
    expect(clockText(at(instant), 'clock', { timeZone, now: at(now) })).toBe(text);
  });

  test.each([
    [0, 'just now'],
    [60, '1 minute ago'],
    [9 * 60, '9 minutes ago'],
    [59 * 60 + 29, '59 minutes ago'],
    [60 * 60, '1 hour ago'],
    [47 * 3600, '47 hours ago'],
    [48 * 3600, '2 days ago'],
  ])('an age of %i seconds', (seconds, text) => {
    const now = at('2026-03-06T12:00:00Z');
    expect(ageText(new Date(now.getTime() - seconds * 1000), now)).toBe(text);
  });
});

describe('a card as plain text', () => {
  test('reads heading, paragraphs, facts, then the quiet last line', () => {
    const card = sharedCard('situation', 'northwind', {
      heading: shared`${strong(written('Now'))}`,
      body: [
        shared`Copying ${words(written('<the> balances'))}, since ${time(at('2026-03-06T19:01:00Z'))}.`,
      ],
      facts: [{ label: 'Next', text: shared`Opening, ${time(at('2026-03-07T01:00:00Z'))}` }],
      foot: shared`Type page.`,
    });
    expect(plainText(card, { timeZone: 'Europe/London', now: at('2026-03-06T20:00:00Z') })).toBe(
      'Now\nCopying <the> balances, since 19:01.\nNext: Opening, Sat 01:00\nType page.',
    );
  });

  test('an internal text may quote a shared one; a plain string in it counts as somebody’s words', () => {
    const quoted = internal`Said: ${shared`all good`}, by ${'Lea *bold*'}`;
    expect(quoted.spans.at(-1)).toEqual({ kind: 'words', text: 'Lea *bold*' });
  });
});
