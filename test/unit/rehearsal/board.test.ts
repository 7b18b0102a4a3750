import { expect, test } from '@jest/globals';
import { type Board, newestOffer, withLine } from '../../../src/rehearsal/board.ts';
import { answersTo } from '../../../src/rehearsal/habit.ts';
import { buildMessage } from './lines.ts';
import { read, story } from './sample.ts';

const { cast } = read(story(''));

const raise = { id: 'page.raise', label: 'Get a person', subject: 's' } as const;
const good = { id: 'check-in.good', label: 'All good', subject: 'c' } as const;

function boardOf(...lines: ReturnType<typeof buildMessage>[]): Board {
  return lines.reduce(withLine, new Map());
}

test('a press goes to the newest message the person can see that offers it', () => {
  const board = boardOf(
    buildMessage({ messageId: 'a', actions: [raise, good] }),
    buildMessage({ messageId: 'b', actions: [raise] }),
    buildMessage({ messageId: 'c', to: 'other-shared', actions: [raise] }),
    buildMessage({ messageId: 'd', to: 'northwind-team', audience: 'internal', actions: [raise] }),
    buildMessage({ messageId: 'e', to: 'adv-1', audience: 'internal', actions: [raise] }),
  );
  const offer = (personId: string, action: 'page.raise' | 'check-in.good') =>
    newestOffer(board, cast, { personId, action })?.messageId ?? null;
  expect(offer('lead-1', 'page.raise')).toBe('b');
  expect(offer('lead-1', 'check-in.good')).toBe('a');
  expect(offer('lead-9', 'page.raise')).toBe('c');
  expect(offer('lead-9', 'check-in.good')).toBeNull();
  expect(offer('adv-1', 'page.raise')).toBe('e');
});

test('an edit takes back what a message offered, where it stands', () => {
  const board = boardOf(
    buildMessage({ messageId: 'a', actions: [good] }),
    buildMessage({ messageId: 'b', actions: [good] }),
    buildMessage({ messageId: 'a', actions: [good], edited: true }),
    buildMessage({ messageId: 'b', actions: [], edited: true }),
  );
  expect(newestOffer(board, cast, { personId: 'lead-1', action: 'check-in.good' })?.messageId).toBe(
    'a',
  );
});

test('a habit answers each new check-in once, within its time, and no edits', () => {
  const { habits, from } = read(
    story(
      'script:\n  - { from: +0m, until: +1d, person: lead-1, answers: check-in.good, within: 30m }',
    ),
  );
  const answers = (count: number, edited: boolean, storyTime = from) =>
    answersTo(buildMessage({ actions: [good], edited }), habits, { cast, storyTime, count });
  expect(answers(0, true)).toEqual([]);
  for (let count = 0; count < 50; count += 1) {
    const [answer] = answers(count, false);
    const minutes = ((answer?.at.getTime() ?? 0) - from.getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(30);
  }
  expect(answers(0, false, new Date(from.getTime() + 24 * 3_600_000))).toEqual([]);
});
