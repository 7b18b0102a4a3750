import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listForeignAnswers } from '../../harness/foreign-answers.ts';
import { openRandomCrowd } from '../../harness/random-crowd.ts';
import { operationsOf } from '../../harness/random-operations.ts';
import { countKinds, listToldTwice } from '../../harness/told-twice.ts';
import { watchErrors } from '../watch-errors.ts';

/** The fewer they are, the more often they meet. */
const customers = Number(process.env.CANARY_CUSTOMERS ?? 8);
/** A long run: CANARY_OPERATIONS=5000 npm test -- test/system/privacy */
const operations = Number(process.env.CANARY_OPERATIONS ?? 60);
/** Runs again what failed: CANARY_SEED=2066068217, with as many customers and operations. */
const freshSeed = Number(process.env.CANARY_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** What ten thousand operations have to have seen, or they prove nothing of it. */
const everyKind = [
  'cadence-change',
  'check-in',
  'check-in-repeat',
  'closing',
  'course',
  'graduation',
  'handover',
  'morning',
  'news',
  'notice',
  'opening',
  'page',
  'page-receipt',
  'page-update',
  'page-word',
  'promise',
  'review',
  'slip',
  'step',
  'task',
  'welcome',
];
const { logger } = watchErrors();

describe('nobody reads what is not theirs, and nothing is told twice', () => {
  test.each([
    ['a fixed seed', 20260306],
    ['a fresh seed', freshSeed],
  ])(
    'over random operations of %s (%i)',
    async (_name, seed) => {
      const crowd = await openRandomCrowd({ customers, logger });
      const isLong = operations >= 1_000;
      await fc.assert(
        fc.asyncProperty(
          fc.array(operationsOf(customers, isLong ? 'leaps' : 'stays'), {
            minLength: operations,
            maxLength: operations,
            size: 'max',
          }),
          async ops => {
            for (const op of ops) {
              await crowd.perform(op);
              expect(crowd.watch.leaks).toEqual([]);
            }
          },
        ),
        { numRuns: 1, seed, endOnFailure: true },
      );
      expect(crowd.watch.handed).toBeGreaterThan(operations / 2);
      expect(await listToldTwice(crowd.database)).toEqual([]);
      expect(await listForeignAnswers(crowd.database)).toEqual([]);
      const kinds = await countKinds(crowd.database);
      if (operations >= 10_000)
        expect([...kinds.keys()]).toEqual(expect.arrayContaining(everyKind));
      await crowd.close();
    },
    3_600_000,
  );
});
