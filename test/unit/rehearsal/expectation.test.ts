import { describe, expect, test } from '@jest/globals';
import { judgeExpectation } from '../../../src/rehearsal/expectation.ts';
import type { Line } from '../../../src/rehearsal/line.ts';
import { buildEvent, buildInput, buildMessage } from './lines.ts';
import { read, story } from './sample.ts';

const at = (time: string): Date => new Date(`2026-03-06T${time}:00-05:00`);

const lines: readonly Line[] = [
  buildMessage({ at: at('18:00'), message: 'check-in', text: 'How is it going?', messageId: 'c1' }),
  buildInput({ at: at('18:05') }),
  buildMessage({ at: at('18:05') }),
  buildEvent({ at: at('18:10') }),
  buildMessage({ at: at('19:00'), message: 'check-in', text: 'How is it going?', messageId: 'c2' }),
  buildMessage({
    at: at('19:01'),
    message: 'check-in',
    text: 'Thank you.',
    messageId: 'c2',
    edited: true,
  }),
  buildMessage({ at: at('19:10'), to: 'adv-1', audience: 'internal', message: 'page', via: 'sms' }),
];

function failures(expectation: string): string[] {
  const { expectations, cast } = read(story(`expect:\n  - ${expectation}`));
  return judgeExpectation(expectations, lines, { file: 'story.yaml', timeZone: cast.timeZone })
    .failures;
}

describe('an expectation holds', () => {
  test.each([
    '{ by: +65m, place: northwind-shared, message: situation, contains: "Back up the old system" }',
    '{ at: +65m, message: situation }',
    '{ after: +65m, by: +65m, message: situation }',
    '{ person: adv-1, message: page, via: sms, audience: internal }',
    '{ event: page.raised, customer: northwind, contains: called }',
    '{ matches: "since \\\\d\\\\d:00" }',
    '{ contains: [Back up, "18:00"] }',
    '{ offers: page.raise, message: situation }',
    '{ message: check-in, edited: true, contains: Thank }',
    '{ message: check-in, edited: false, count: { exactly: 2 } }',
    '{ message: check-in, count: { atLeast: 2, atMost: 3 } }',
    '{ never: true, place: northwind-shared, contains: Ticket }',
    '{ never: true, message: check-in, by: +59m }',
  ])('%s', expectation => {
    expect(failures(expectation)).toEqual([]);
  });
});

describe('an expectation that fails says what was nearest', () => {
  test.each([
    [
      '{ by: +64m, message: situation }',
      'story.yaml:5 expected a situation until Fri 6 Mar 18:04; not seen. Nearest: Fri 6 Mar 18:05 situation to northwind-shared: "Now: Back up the old system, since 18:00." (too late)',
    ],
    [
      '{ message: situation, contains: Restore }',
      'story.yaml:5 expected a situation with "Restore"; not seen. Nearest: Fri 6 Mar 18:05 situation to northwind-shared: "Now: Back up the old system, since 18:00." (without "Restore")',
    ],
    [
      '{ never: true, message: page }',
      'story.yaml:5 expected no page; seen once, Fri 6 Mar 19:10 page to adv-1: "Now: Back up the old system, since 18:00."',
    ],
    [
      '{ message: check-in, edited: false, count: { atMost: 1 } }',
      'story.yaml:5 expected at most 1 check-in newly sent; seen 2 times, the first too many Fri 6 Mar 19:00 check-in to northwind-shared: "How is it going?"',
    ],
    [
      '{ message: check-in, edited: false, count: { exactly: 3 } }',
      'story.yaml:5 expected exactly 3 check-in newly sent; seen only 2 times. Nearest: Fri 6 Mar 19:01 check-in to northwind-shared: "Thank you." (it is an edit)',
    ],
    [
      '{ message: graduation, contains: well done }',
      'story.yaml:5 expected a graduation with "well done"; not seen. Nearest: Fri 6 Mar 18:00 check-in to northwind-shared: "How is it going?" (it is check-in, without "well done")',
    ],
  ])('%s', (expectation, failure) => {
    expect(failures(expectation)).toEqual([failure]);
  });
});
