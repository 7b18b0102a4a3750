import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { resolvePage } from '../../../src/paging/resolve-page.ts';
import { hour, minute, plus } from '../../../src/shared/time.ts';
import {
  account,
  type FakeTwilio,
  type Fault,
  openFakeTwilio,
} from '../../harness/twilio/fake-twilio.ts';
import { openTown, phones, type Town } from './town.ts';

let twilio: FakeTwilio;
let town: Town;
/** How many messages and calls had been taken when the story began. */
let before = 0;

// One town for all: a page after the other, each two hours after the last, when no limit of a telephone counts it any more.
beforeAll(async () => {
  twilio = await openFakeTwilio();
  town = await openTown({ twilio: { ...account, apiUrl: twilio.apiUrl } });
});

afterEach(async () => {
  twilio.faults.length = 0;
  twilio.fault = null;
  const { id: pageId } = await town.thePage();
  await town.database.trip(trip => resolvePage(trip, { pageId, personId: 'adv-1', note: '' }));
  await town.settle();
  town.clock.moveTo(plus(town.clock.now(), 2 * hour));
  await town.settle();
  before = twilio.taken.length;
});

afterAll(async () => {
  await town.close();
  await twilio.close();
});

const taken = () => twilio.taken.slice(before);
const single: readonly Fault[] = [400, 429, 500, 503, 'lost'];
const pairs = single.flatMap(first => single.map(second => [first, second] as const));

/** Somebody who was reached takes the page by replying. */
async function isTakenByWhoeverWasReached(): Promise<void> {
  const reached = taken().at(-1)?.form.To ?? '';
  const fields = { MessageSid: `SMin${before}`, From: reached, Body: 'ack' };
  await twilio.call(`${town.publicUrl}/twilio/sms`, fields);
  await town.settle();
  expect((await town.thePage()).state).toBe('acknowledged');
}

describe('no page is lost', () => {
  test.each(pairs)('when the first request ends as %s and the second as %s', async (...two) => {
    twilio.faults.push(...two);
    await town.page();
    await town.pass(3 * minute);
    const bodies = taken().map(({ form }) => form.Body ?? '');
    // Two lost answers are the only way to be written to three times.
    expect(bodies.filter(body => body.startsWith('Northwind')).length).toBeLessThanOrEqual(3);
    expect(taken().length).toBeGreaterThan(0);
    await isTakenByWhoeverWasReached();
  });

  test('when Twilio answers nothing at all for a while', async () => {
    twilio.faults.push('hang', 'hang');
    await town.page();
    await town.pass(3 * minute);
    await isTakenByWhoeverWasReached();
  });

  test('when Twilio is down for an hour: everybody is tried on, and hears when it is back', async () => {
    twilio.fault = 503;
    await town.page();
    await town.pass(60 * minute);
    expect(taken()).toEqual([]);
    expect(await town.thePage()).toMatchObject({ state: 'open', dueAt: expect.any(Date) });
    twilio.fault = null;
    await town.pass(minute);
    expect(new Set(taken().map(({ form }) => form.To))).toContain(phones.nora);
    await isTakenByWhoeverWasReached();
  });
});
