import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { minute } from '../../../src/shared/time.ts';
import {
  account,
  type FakeTwilio,
  type Fault,
  openFakeTwilio,
} from '../../harness/twilio/fake-twilio.ts';
import { openTown, phones, type Town } from './town.ts';

let twilio: FakeTwilio;
let town: Town;

beforeEach(async () => {
  twilio = await openFakeTwilio();
  town = await openTown({ twilio: { ...account, apiUrl: twilio.apiUrl } });
});

afterEach(async () => {
  await town.close();
  await twilio.close();
});

const single: readonly Fault[] = [400, 429, 500, 503, 'lost'];
const pairs = single.flatMap(first => single.map(second => [first, second] as const));

/** Somebody who was reached takes the page by replying. */
async function isTakenByWhoeverWasReached(): Promise<void> {
  const reached = twilio.taken.at(-1)?.form.To ?? '';
  const fields = { MessageSid: 'SMin', From: reached, Body: 'ack' };
  await twilio.call(`${town.publicUrl}/twilio/sms`, fields);
  await town.settle();
  expect((await town.thePage()).state).toBe('acknowledged');
}

describe('no page is lost', () => {
  test.each(pairs)('when the first request ends as %s and the second as %s', async (...two) => {
    twilio.faults.push(...two);
    await town.page();
    await town.pass(3 * minute);
    const bodies = twilio.taken.map(({ form }) => form.Body ?? '');
    // Two lost answers are the only way to be written to three times.
    expect(bodies.filter(body => body.startsWith('Northwind')).length).toBeLessThanOrEqual(3);
    expect(twilio.taken.length).toBeGreaterThan(0);
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
    expect(twilio.taken).toEqual([]);
    expect(await town.thePage()).toMatchObject({ state: 'open', dueAt: expect.any(Date) });
    twilio.fault = null;
    await town.pass(minute);
    expect(new Set(twilio.taken.map(({ form }) => form.To))).toContain(phones.nora);
    await isTakenByWhoeverWasReached();
  });
});
