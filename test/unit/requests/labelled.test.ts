import { expect, test } from '@jest/globals';
import { type Book, surroundAll } from '../../../src/requests/book.ts';
import { checkWork, ruleNames } from '../../../src/requests/rules.ts';
import { contract, foreignWords } from './labelled/case.ts';
import { type Labelled, writeRequests, zone } from './labelled/write-requests.ts';

const labelled = writeRequests();
const ordinary = {
  timeZone: zone,
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: ['2026-07-03'] },
};

interface Verdict extends Labelled {
  readonly said: readonly string[];
}

function judge(customerId: string, includedMinutes: number): Verdict[] {
  const own = labelled.filter(({ work }) => work.customerId === customerId);
  const book: Book = {
    contract: { ...contract, includedMinutes },
    ordinary,
    works: own.map(({ work }) => work),
    elsewhere: [],
    names: new Map(),
    foreign: foreignWords,
    off: new Set(),
  };
  const around = surroundAll(book);
  return own.map(one => {
    const beside = around.get(one.work);
    return { ...one, said: beside ? checkWork(one.work, beside).map(({ rule }) => rule) : [] };
  });
}

const verdicts = [...judge('northwind', 0), ...judge('orla', 600)];

/** Misses that are known, each in one line: what it should have said, what it did. */
const known: readonly string[] = [];

test('what is wrong with four hundred requests is said, and nothing else', () => {
  expect(verdicts.length).toBeGreaterThanOrEqual(400);
  const misses = verdicts
    .filter(({ wrong, said }) => [...wrong].sort().join() !== [...said].sort().join())
    .map(
      ({ work, wrong, said }) =>
        `${work.title}: ${wrong.join(' ') || 'right'}, said ${said.join(' ') || 'nothing'}`,
    );
  expect(misses).toEqual(known);
});

test.each(ruleNames)('%s is found nine times of ten, and is true nine times of ten', rule => {
  const meant = verdicts.filter(({ wrong }) => wrong.includes(rule));
  const said = verdicts.filter(({ said: all }) => all.includes(rule));
  const both = said.filter(({ wrong }) => wrong.includes(rule)).length;
  expect(meant.length).toBeGreaterThanOrEqual(6);
  expect(both / meant.length).toBeGreaterThanOrEqual(0.9);
  expect(both / said.length).toBeGreaterThanOrEqual(0.9);
});
