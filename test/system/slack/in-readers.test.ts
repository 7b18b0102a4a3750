import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { internal } from '../../../src/delivery/audience.ts';
import { internalCard } from '../../../src/delivery/card.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Database } from '../../../src/shared/database.ts';
import { minute } from '../../../src/shared/time.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { type Front, ids, openFront } from './front.ts';

let ports: TestPorts;
let slack: FakeSlack;
let front: Front;
/** While this is set, nothing that comes in can be written down. */
let isGone = false;
const failing = (database: Database): Database => ({
  ...database,
  write: async (statement, values) => {
    if (isGone) throw new Error('the database is gone');
    return database.write(statement, values);
  },
});
beforeAll(async () => {
  ports = await openTestDatabase('2026-03-04T15:00:00Z');
});
beforeEach(async () => {
  await emptyDatabase(ports);
  slack = await openFakeSlack({ now: () => ports.clock.now().getTime() });
  front = await openFront({ ports, slack, wrap: failing });
});
afterEach(async () => {
  await front.close();
  await slack.close();
});
afterAll(() => ports.database.close());

const restart = async (meanwhile: () => void) => {
  await front.close();
  meanwhile();
  front = await openFront({ ports, slack, wrap: failing });
};
const openToCustomer = () =>
  void slack.directory.channels.get(ids.internal)?.connected.add('T0CUST');
const brief = (key: string) =>
  front.trip(trip =>
    sendMessage(trip, {
      key,
      lane: 'replies',
      to: { placeId: 'northwind-internal' },
      card: internalCard('answer', 'northwind', { body: [internal`They are close to leaving.`] }),
    }),
  );
const saidInside = () => front.ours().filter(({ channel }) => channel === ids.internal);
const inside = () =>
  ports.database.client.place.findUniqueOrThrow({ where: { id: 'northwind-internal' } });

test('a channel that was opened to the customer while Handrail was down hears nothing internal after the start', async () => {
  await restart(openToCustomer);
  await brief('close');
  await front.runUntilIdle(minute);
  expect(saidInside()).toEqual([]);
  expect((await inside()).parkedReason).toContain('outside our company');
});

test('while Slack does not say who reads it, nothing is said there either', async () => {
  let lift = () => {};
  await restart(() => {
    lift = slack.faults.set({ kind: 'status', status: 503, method: 'conversations.info' });
  });
  await brief('close');
  await front.runUntilIdle(minute);
  expect(saidInside()).toEqual([]);
  lift();
  await front.runUntilIdle(minute);
  expect(saidInside()).toHaveLength(1);
});

test('somebody of another company who speaks in a channel of our own shows that they read it', async () => {
  await brief('before');
  await front.runUntilIdle();
  expect(saidInside()).toHaveLength(1);
  openToCustomer();
  slack.directory.channels.get(ids.internal)?.members.add(ids.lead);
  await slack.say(front.http, { user: ids.lead, channel: ids.internal, text: 'oh, hello' });
  await brief('after');
  await front.runUntilIdle(minute);
  expect(saidInside()).toHaveLength(1);
  expect((await inside()).parkedReason).toContain('outside our company');
});

test('what could not be written down may have been such a word: it is looked again', async () => {
  await brief('before');
  await front.runUntilIdle();
  openToCustomer();
  isGone = true;
  const { handed } = await slack.say(front.http, {
    user: ids.advocate,
    channel: ids.internal,
    text: 'brief',
  });
  expect(handed.map(({ acked }) => acked)).toEqual([false]);
  isGone = false;
  await brief('after');
  await front.runUntilIdle(minute);
  expect(saidInside()).toHaveLength(1);
});
