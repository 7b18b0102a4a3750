import { expect, test } from '@jest/globals';
import { surroundAll } from '../../../src/requests/book.ts';
import { checkWork, ruleNames } from '../../../src/requests/rules.ts';
import { readHand, readVendorNames } from './labelled/read-hand.ts';

const customers = readHand();

const verdicts = customers.flatMap(one => {
  const others = customers.filter(({ id }) => id !== one.id);
  const around = surroundAll({
    contract: one.contract,
    ordinary: { timeZone: one.timeZone, businessHours: one.contract.hours ?? one.businessHours },
    works: one.labelled.map(({ work }) => work),
    elsewhere: others.flatMap(({ labelled }) => labelled.map(({ work }) => work)),
    names: readVendorNames(),
    foreign: others.flatMap(({ words }) => words),
    off: new Set(),
  });
  return one.labelled.map(({ work, wrong }) => {
    const beside = around.get(work);
    return { work, wrong, said: beside ? checkWork(work, beside).map(({ rule }) => rule) : [] };
  });
});

/** Misses that are known, each in one line: what it should have said, what it did. */
const known: readonly string[] = [];

test('four hundred requests by another hand: what is wrong is said, and nothing else', () => {
  expect(verdicts).toHaveLength(400);
  const misses = verdicts
    .filter(({ wrong, said }) => [...wrong].sort().join() !== [...said].sort().join())
    .map(
      ({ work, wrong, said }) =>
        `${work.externalId} ${work.title}: ${wrong.join(' ') || 'right'}, said ${said.join(' ') || 'nothing'}`,
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
