import { expect, test } from '@jest/globals';
import { readQuarterOrder } from '../../../src/conversation/words/quarter-words.ts';
import { inLanguage } from '../../../src/delivery/in-language.ts';
import { phraseLanguages } from '../../../src/delivery/phrases/phrase.ts';
import { type Edit, type Edits, edited, editsFrom } from '../../../src/quarters/edits.ts';
import { isTold, middleOf, type QuarterFacts } from '../../../src/quarters/quarter-facts.ts';
import { quarterMeant } from '../../../src/quarters/quarter-meant.ts';
import { type Review, reviewCard } from '../../../src/quarters/review-card.ts';
import { readKey } from '../../../src/quarters/review-key.ts';
import { reviewLines } from '../../../src/quarters/review-lines.ts';
import { openly } from '../../../src/timeline/event.ts';

const nothing: QuarterFacts = {
  name: 'Q1 2026',
  plan: [],
  calls: { count: 0, minutes: [], solved: 0, unheard: 0 },
  checkIns: { asked: 0, good: 0, fine: 0, worried: 0 },
  promises: { trust: { kept: 0, late: 0, missed: 0, moved: 0, open: 0 }, missed: [] },
  bill: { count: 0, minutes: 0, free: 0, totalMinor: 0, currency: null },
  changes: [],
  owed: [],
  coming: [],
};
/** Words a customer may read, as a row holds them. */
const row = (text: string) => openly(text);
const at = new Date('2026-03-06T18:00:00Z');
const everything: QuarterFacts = {
  name: 'Q1 2026',
  plan: [
    {
      transition: row('ERP go-live'),
      steps: 6,
      done: 5,
      rolledBack: [row('Labels')],
      moved: [{ name: row('Copy'), from: at, to: at }],
    },
  ],
  calls: { count: 3, minutes: [2, 9], solved: 3, unheard: 1 },
  checkIns: { asked: 9, good: 5, fine: 2, worried: 1 },
  promises: {
    trust: { kept: 2, late: 1, missed: 1, moved: 1, open: 0 },
    missed: [row('send the list')],
  },
  bill: { count: 4, minutes: 240, free: 1, totalMinor: 28_800, currency: 'USD' },
  changes: [
    { step: 'done', words: row('the list opens at once') },
    { step: 'decided', words: row('we buy a printer') },
  ],
  owed: [{ text: row('send the report'), promisedFor: at }],
  coming: [{ name: row('Second site'), plannedFrom: at }],
};
const review = (facts: QuarterFacts, edits: Edits, runsUntil: Date | null = null): Review => ({
  id: 'r',
  customerId: 'northwind',
  customerName: 'Northwind',
  facts,
  edits,
  revision: 0,
  runsUntil,
});
const card = (facts: QuarterFacts, edits = editsFrom({})) => reviewCard(review(facts, edits));

test('a review says nothing of what no fact tells', () => {
  expect(card(nothing).facts).toEqual([]);
  expect(isTold(nothing)).toBe(false);
  expect(isTold(everything)).toBe(true);
  expect(card(everything).facts).toHaveLength(8);
});

test.each(phraseLanguages)('every sentence of a review has words in %s', language => {
  expect(inLanguage(card(everything), language)).not.toBeNull();
  expect(inLanguage(reviewCard(review(everything, editsFrom({}), at)), language)).not.toBeNull();
});

test('the advocate leaves parts out, puts own words in, and has the facts back', () => {
  const change = (...edits: Edit[]) => edits.reduce(edited, editsFrom({}));
  const text = (...edits: Edit[]) => JSON.stringify(card(everything, change(...edits)));
  expect(text({ kind: 'without', part: 'calls' })).not.toContain('You called for a person');
  const own: Edit = { kind: 'instead', part: 'calls', words: 'We were there at night' };
  expect(text({ kind: 'without', part: 'calls' }, own)).toContain('We were there at night');
  expect(text(own)).not.toContain('You called for a person');
  expect(text(own, { kind: 'with', part: 'calls' })).toContain('You called for a person');
  const added: Edit[] = [
    { kind: 'add', words: 'one' },
    { kind: 'add', words: 'two' },
  ];
  expect(change(...added, { kind: 'drop', number: 1 }).added).toEqual(['two']);
  expect(change(...added, { kind: 'drop', number: 9 }).added).toEqual(['one', 'two']);
});

test.each([
  ['', '', { kind: 'show' }],
  ['last quarter', 'last quarter', { kind: 'show' }],
  ['Q1 2026: publish', 'Q1 2026', { kind: 'publish' }],
  ['without the check-ins', '', { kind: 'edit', edit: { kind: 'without', part: 'check-ins' } }],
  ['with calls.', '', { kind: 'edit', edit: { kind: 'with', part: 'calls' } }],
  [
    'Q1 plan: it went well',
    'Q1',
    { kind: 'edit', edit: { kind: 'instead', part: 'plan', words: 'it went well' } },
  ],
  [
    'add: in Q2 we train two more',
    '',
    { kind: 'edit', edit: { kind: 'add', words: 'in Q2 we train two more' } },
  ],
  ['drop 2', '', { kind: 'edit', edit: { kind: 'drop', number: 2 } }],
  ['without the unhappy bits', '', { kind: 'unclear' }],
  ['do not publish', '', { kind: 'unclear' }],
  ['publish the plan only', '', { kind: 'unclear' }],
])('"quarterly northwind %s" is read as it is meant, or not at all', (said, quarter, order) => {
  expect(readQuarterOrder(said)).toEqual({ quarter, order });
});

test('where no quarter is named it is the last one for six weeks, and then the one that runs', () => {
  const meant = (now: string) => quarterMeant('', new Date(now), 'America/New_York').name;
  expect(meant('2026-05-15T03:59:00Z')).toBe('Q1 2026');
  expect(meant('2026-05-16T04:00:00Z')).toBe('Q2 2026');
  expect(quarterMeant('Q1 2026', new Date('2026-11-01T00:00:00Z'), 'UTC').name).toBe('Q1 2026');
});

test('the middle of a few numbers is one of them', () => {
  expect([middleOf([]), middleOf([3]), middleOf([9, 1]), middleOf([9, 1, 4])]).toEqual([
    null,
    3,
    1,
    4,
  ]);
});

test('as lines a review has what its customer reads: what was left out is not there, nor figures behind own words', () => {
  const edits = { ...editsFrom({}), without: ['calls' as const], instead: { plan: 'all stands' } };
  const lines = reviewLines(review(everything, edits));
  expect(lines.filter(({ part }) => part === 'calls')).toEqual([]);
  expect(lines.filter(({ part }) => part === 'plan')).toEqual([
    { audience: 'shared', part: 'plan', what: 'words', value: 'all stands' },
  ]);
  expect(lines).toContainEqual({ audience: 'shared', part: 'check-ins', what: 'good', value: 5 });
  expect(reviewLines(review(nothing, editsFrom({})))).toEqual([]);
});

test.each([
  ['Q1-2026', { isSoFar: false }],
  ['Q1-2026-so-far', { isSoFar: true }],
  ['Q2-2026', null],
  ['Q1 2026', null],
  ['last quarter', null],
])('the address %s names a quarter that has begun, or nothing', (written, key) => {
  const found = readKey(written, new Date('2026-03-30T14:00:00Z'), 'America/New_York');
  if (key === null) expect(found).toBeNull();
  else expect(found).toMatchObject({ ...key, quarter: { name: 'Q1 2026' } });
});
