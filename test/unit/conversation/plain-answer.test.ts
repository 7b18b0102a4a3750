import { describe, expect, test } from '@jest/globals';
import { meantAction } from '../../../src/conversation/presses/meant-action.ts';
import { plainAnswer } from '../../../src/conversation/words/plain-answer.ts';
import type { Action, ActionId } from '../../../src/delivery/card.ts';

const card = (...ids: ActionId[]) => ({
  actions: ids.map((id): Action => ({ id, label: id, subject: 's' })),
});

const checkIn = card('check-in.good', 'check-in.fine', 'check-in.worried');
const offer = card('page.raise', 'page.decline');
const receipt = card('page.confirm', 'page.reopen');
const step = card('cadence.keep', 'cadence.accept');
const end = card('graduation.accept', 'graduation.decline');
const change = card('change.apply', 'change.cancel');

describe('"done" may be followed by more, unless it takes a part of it back', () => {
  test.each([
    ['done, all lists agree', 'done'],
    ['I approve. Good work', 'done'],
    ['confirmed: 412 invoices', 'done'],
    ['done, but bed 31 is wrong', undefined],
    ['done, except ward 5', undefined],
    ["done, I don't know", undefined],
    ['done, or is it?', undefined],
    ['fertig, nur der Bericht fehlt', undefined],
    ['yes, all lists agree', undefined],
  ])('%s', (text, kind) => {
    expect(plainAnswer(text)?.kind).toBe(kind);
  });
});

describe('a bare word finds the question it answers', () => {
  test.each([
    ['good', checkIn, 'check-in.good'],
    ['👍', checkIn, 'check-in.good'],
    ['👍🏽', checkIn, 'check-in.good'],
    ['All good!', checkIn, 'check-in.good'],
    ['fine', checkIn, 'check-in.fine'],
    ['worried', checkIn, 'check-in.worried'],
    ['😟', checkIn, 'check-in.worried'],
    ['1', checkIn, 'check-in.good'],
    ['3', checkIn, 'check-in.worried'],
    ['4', checkIn, null],
    ['no', checkIn, null],
    ['yes', offer, 'page.raise'],
    ['no', offer, 'page.decline'],
    ['later', offer, 'page.decline'],
    ['2', offer, 'page.decline'],
    ['yes', receipt, 'page.confirm'],
    ['no', receipt, 'page.reopen'],
    ['No, still broken', receipt, 'page.reopen'],
    ['keep it daily', step, 'cadence.keep'],
    ['ok', step, 'cadence.accept'],
    ['yes', end, 'graduation.accept'],
    ['not now', end, 'graduation.decline'],
    ['apply', change, 'change.apply'],
    ['cancel', change, 'change.cancel'],
    ['worried', offer, null],
  ])('%s', (text, asked, meant) => {
    const answer = plainAnswer(text);
    expect(answer && (meantAction(answer, asked)?.id ?? null)).toBe(meant);
  });

  test('leaves open what could be meant both ways: "yes" to "anything rough?"', () => {
    for (const text of ['yes', 'no']) {
      const answer = plainAnswer(text);
      expect(answer && meantAction(answer, checkIn)).toBeNull();
    }
  });

  test('shares nothing and undoes nothing because of a button that is merely there', () => {
    for (const text of ['yes', 'ok', '1', '👍']) {
      const answer = plainAnswer(text);
      for (const there of [card('note.publish'), card('change.undo'), card('task.close')]) {
        expect(answer && meantAction(answer, there)).toBeNull();
      }
    }
  });

  test('never calls somebody because of the button that every answer carries', () => {
    const situation = card('page.raise');
    for (const text of ['yes', 'ok', '1', '👍']) {
      const answer = plainAnswer(text);
      expect(answer && meantAction(answer, situation)).toBeNull();
    }
  });

  test.each(['yes but later today please', 'the ledger is fine now', 'good question', '12', ''])(
    'more than a bare word is none: %s',
    text => {
      expect(plainAnswer(text)).toBeNull();
    },
  );
});
