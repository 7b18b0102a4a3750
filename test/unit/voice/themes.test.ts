import { expect, test } from '@jest/globals';
import { listenersOf } from '../../../src/voice/answered.ts';
import { findTheme, type Placed } from '../../../src/voice/gather.ts';
import { type Saying, type SayingKind, sayingKinds } from '../../../src/voice/saying.ts';
import { subjectOf } from '../../../src/voice/subject.ts';
import { labelOf, tallyOf, wantsOwner } from '../../../src/voice/tally.ts';
import { type Theme, themeFrom } from '../../../src/voice/theme.ts';
import { heard } from './heard.ts';

const at = new Date('2026-03-09T14:00:00Z');

const theme = (number: number): Theme =>
  themeFrom({
    id: `t-${number}`,
    number,
    name: null,
    state: 'open',
    ownerId: null,
    decision: null,
    decidedAt: null,
    change: null,
    changedAt: null,
    mergedInto: null,
    createdAt: at,
  });

const saying = (over: Partial<Saying>): Saying => ({
  id: 's',
  customerId: 'northwind',
  personId: 'lead-1',
  kind: 'complaint',
  text: 'the list is slow',
  terms: ['list'],
  isOpen: true,
  at,
  themeId: 't-1',
  ...over,
});

test('what is about the same stands together, in whatever order it was said', () => {
  const all = Object.entries(heard).flatMap(([truth, texts]) =>
    texts.map(text => ({ truth, terms: subjectOf(text) })),
  );
  for (const step of [1, 7, 11, 17]) {
    const placed: (Placed & { truth: string })[] = [];
    for (let n = 0; n < all.length; n += 1) {
      const one = all[(n * step) % all.length];
      if (!one) continue;
      placed.push({ ...one, themeId: findTheme(one.terms, placed) ?? `${one.truth}-${n}` });
    }
    const pairs = placed.flatMap((a, n) => placed.slice(n + 1).map(b => [a, b] as const));
    const together = pairs.filter(([a, b]) => a.themeId === b.themeId);
    const right = together.filter(([a, b]) => a.truth === b.truth).length;
    const wanted = pairs.filter(([a, b]) => a.truth === b.truth).length;
    expect(right / together.length).toBeGreaterThanOrEqual(0.85);
    expect(right / wanted).toBeGreaterThanOrEqual(0.75);
  }
});

test('a manner alone, or a feeling alone, is no theme', () => {
  const placed = [{ themeId: 'slow', terms: subjectOf('the shop is so slow') }];
  expect(findTheme(subjectOf('your answers are slow'), placed)).toBeNull();
  expect(subjectOf('I am really worried and not happy').size).toBe(0);
});

test('a theme is called as the most typical of those who said it put it', () => {
  const read = (texts: readonly string[] = []) =>
    texts.map(text => ({ text, terms: [...subjectOf(text)] }));
  expect(labelOf(read(heard.reports))).toBe('“month end reports are far too slow”');
  expect(labelOf(read(heard.credits))).toMatch(/credit note/);
});

/** Counts as somebody would with a pencil: line by line, with marks beside each name. */
function countedByHand(sayings: readonly Saying[]) {
  const marks: Record<
    string,
    { customers: string[]; people: string[]; times: number; weight: number }
  > = {};
  for (const { themeId, customerId, personId, kind } of sayings) {
    const mark = marks[themeId] ?? { customers: [], people: [], times: 0, weight: 0 };
    marks[themeId] = mark;
    if (!mark.customers.includes(customerId)) mark.customers.push(customerId);
    if (personId !== null && !mark.people.includes(personId)) mark.people.push(personId);
    mark.times += 1;
    if (kind === 'complaint' || kind === 'survey') mark.weight += 3;
    else if (kind === 'request') mark.weight += 1;
    else mark.weight += 2;
  }
  return marks;
}

test('customers, people, times and weight of every theme are as counted by hand', () => {
  let state = 7;
  const roll = (sides: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
  const themes = Array.from({ length: 12 }, (_, n) => theme(n + 1));
  for (let round = 0; round < 50; round += 1) {
    const sayings = Array.from({ length: roll(80) }, (_, n) =>
      saying({
        id: `s-${n}`,
        themeId: `t-${1 + roll(12)}`,
        customerId: `c-${roll(6)}`,
        personId: roll(5) === 0 ? null : `p-${roll(15)}`,
        kind: sayingKinds[roll(sayingKinds.length)] ?? ('worry' satisfies SayingKind),
      }),
    );
    const marks = countedByHand(sayings);
    const tallies = tallyOf(themes, sayings);
    expect(tallies.map(one => one.theme.id).sort()).toEqual(Object.keys(marks).sort());
    for (const { theme: of, customers, people, weight, sayings: said } of tallies) {
      const mark = marks[of.id];
      expect([customers, people, said.length, weight]).toEqual([
        mark?.customers.length,
        mark?.people.length,
        mark?.times,
        mark?.weight,
      ]);
    }
    const order = tallies.map(({ customers }) => customers);
    expect(order).toEqual([...order].sort((a, b) => b - a));
  }
});

test.each([
  [3, 2, true],
  [2, 2, false],
  [4, 1, true],
  [3, 1, false],
] as const)(
  'said %i times by %i customers, somebody is asked whose it is: %s',
  (times, customers, asks) => {
    const said = Array.from({ length: times }, (_, n) =>
      saying({ id: `s-${n}`, customerId: `c-${n % customers}` }),
    );
    const [tally] = tallyOf([theme(1)], said);
    expect(tally && wantsOwner(tally)).toBe(asks);
  },
);

test('who said it in the open hears it there by name, who said it alone hears it alone', () => {
  const told = listenersOf([
    saying({ personId: 'lead-1' }),
    saying({ personId: 'grace', isOpen: false }),
    saying({ personId: 'lead-1', isOpen: false }),
    saying({ customerId: 'lakeside', personId: 'olga', isOpen: false }),
    saying({ customerId: 'orla', kind: 'request', personId: null, isOpen: false }),
    saying({ customerId: 'orla', kind: 'request', personId: 'olga' }),
  ]);
  expect(
    told.map(({ customerId, personId, personIds }) => [customerId, personId, personIds]),
  ).toEqual([
    ['northwind', null, ['lead-1']],
    ['northwind', 'grace', ['grace']],
    ['lakeside', 'olga', ['olga']],
  ]);
});
