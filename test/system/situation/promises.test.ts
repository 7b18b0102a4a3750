import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { keepPromise } from '../../../src/promises/keep-promise.ts';
import { listOpenPromises } from '../../../src/promises/list-open-promises.ts';
import { makePromise } from '../../../src/promises/make-promise.ts';
import { answerSituation } from '../../../src/situation/answer-situation.ts';
import { instant, type Night, openNight } from './night.ts';

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterAll(() => night.close());

const promise = (visibility: 'shared' | 'internal') =>
  night.trip(trip =>
    makePromise(trip, {
      customerId: 'northwind',
      text: 'Month-end report fix.',
      byId: 'adv-1',
      promisedFor: instant('20:00'),
      visibility,
    }),
  );

const situation = () =>
  night.trip(async trip => {
    const asked = { customerId: 'northwind', personId: 'lead-1', placeId: null, threadOf: null };
    const card = await answerSituation(trip, asked);
    return plainText(card, { timeZone: 'America/New_York', now: trip.now });
  });

test('a shared promise stands in the situation until it is kept', async () => {
  const promiseId = await promise('shared');
  expect(await situation()).toContain('We owe you: Month-end report fix., by 20:00.');
  const keep = { promiseId, byId: 'adv-1' };
  expect(await night.trip(trip => keepPromise(trip, keep))).toBe('kept');
  expect(await night.trip(trip => keepPromise(trip, keep))).toBe('already');
  expect(await situation()).not.toContain('We owe you');
  await night.at('20:30');
  const facts = await night.facts('shared');
  expect(facts).toContain('promise.made: We promised: Month-end report fix, by 20:00.');
  expect(facts).toContain('promise.kept: Done: Month-end report fix.');
  expect(facts.join()).not.toContain('promise.missed');
});

test('a missed promise is said honestly, counts as trouble, pages the advocate, and is still owed', async () => {
  const promiseId = await promise('shared');
  await night.at('19:59');
  expect((await night.facts()).join()).not.toContain('promise.missed');
  await night.at('20:00');
  expect(await night.facts('shared')).toContain(
    'promise.missed: Not done in time: Month-end report fix, promised for 20:00. It is still owed.',
  );
  const { evidence, pages } = await night.trip(async ({ tx }) => ({
    evidence: await tx.evidence.findMany({ where: { kind: 'missed-promise' } }),
    pages: await tx.page.findMany(),
  }));
  expect(evidence).toHaveLength(1);
  expect(pages).toMatchObject([{ rule: 'missed-promise', isShared: false }]);
  await night.at('20:10');
  expect(await situation()).toContain('promised for 20:00 and still owed');
  await night.trip(trip => keepPromise(trip, { promiseId, byId: 'adv-1' }));
  const after = await night.trip(({ tx }) => tx.page.findMany());
  expect(after).toMatchObject([{ state: 'resolved', resolvedById: 'adv-1' }]);
  expect(await night.facts('shared')).toContain(
    'promise.kept: Done, later than promised: Month-end report fix.',
  );
});

test('an internal promise is nothing the customer reads of, kept or missed', async () => {
  const promiseId = await promise('internal');
  await night.at('20:01');
  await night.trip(trip => keepPromise(trip, { promiseId, byId: 'adv-1' }));
  expect((await night.facts('shared')).join()).not.toContain('report');
  await promise('internal');
  expect(await situation()).not.toContain('report');
  expect(await night.trip(({ tx }) => listOpenPromises(tx, 'northwind', 'shared'))).toEqual([]);
  expect(await night.trip(({ tx }) => listOpenPromises(tx, 'northwind', 'internal'))).toHaveLength(
    1,
  );
});
