import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { shared } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { type Claim, claimMessages } from '../../../src/delivery/claim-messages.ts';
import { confirmClaim } from '../../../src/delivery/confirm-claim.ts';
import type { Draft, Lane } from '../../../src/delivery/draft.ts';
import { editMessage } from '../../../src/delivery/edit-message.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { recordSent } from '../../../src/delivery/record-sent.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Sending } from '../../../src/delivery/sending.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import type { Sender } from '../../../src/engine/sender.ts';
import type { Database } from '../../../src/shared/database.ts';
import { plus } from '../../../src/shared/time.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { openSender, sendingOf } from '../../harness/sender.ts';
import { watchErrors } from '../watch-errors.ts';

const begin = new Date('2026-03-06T23:00:00Z');
const { logger } = watchErrors();

/** A platform that answers what the test tells it to, and remembers what it was handed. */
class Platform implements Surface {
  readonly platform = localPlatform;
  readonly seen: { what: string; text: string; isRepeat: boolean }[] = [];
  answers: Sent[] = [];
  found: string | null | undefined = undefined;

  async send(message: Outgoing): Promise<Sent> {
    return this.take('send', message);
  }
  async edit(message: Outgoing): Promise<Sent> {
    return this.take('edit', message);
  }
  async find(): Promise<string | null | undefined> {
    return this.found;
  }
  private take(what: string, { text, isRepeat }: Outgoing): Sent {
    this.seen.push({ what, text, isRepeat });
    return this.answers.shift() ?? { outcome: 'sent', ref: `ref-${this.seen.length}` };
  }
  words(): string[] {
    return this.seen.map(
      ({ what, text, isRepeat }) => `${what}: ${text}${isRepeat ? ' (repeat)' : ''}`,
    );
  }
}

/** Takes the one page there is, as a sender does. */
async function claimOne(sending: Sending): Promise<Claim> {
  const room = { most: 1, roomFor: () => 1, passedOver: new Map<string, string>() };
  const [claim] = (await claimMessages(sending, 'pages', room)).claims;
  if (!claim) throw new Error('nothing was claimed');
  return claim;
}

describe('the outbox', () => {
  let ports: TestPorts;
  let database: Database;
  let clock: TestPorts['clock'];
  let platform: Platform;
  let sender: Sender;

  beforeAll(async () => {
    ports = await openTestDatabase(begin);
    ({ database, clock } = ports);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    await emptyDatabase(ports);
    clock.moveTo(begin);
    platform = new Platform();
    sender = openSender(ports, { logger, surfaces: surfaces() });
    const adv = { id: 'adv', name: 'Advocate', side: 'vendor', timeZone: 'UTC' };
    await database.client.person.create({ data: { ...adv, contact: [], skills: [] } });
    await database.client.place.createMany({
      data: [
        { id: 'one', customerId: 'c1', audience: 'shared' },
        { id: 'two', customerId: 'c2', audience: 'shared' },
      ],
    });
  });

  const surfaces = () => ({ connected: [], everywhere: platform });
  const card = (text: string, customerId = 'c1') =>
    sharedCard('answer', customerId, { body: [{ spans: [{ kind: 'text', text }] }] });
  const say = (key: string, over: Partial<Draft> = {}) =>
    database.trip(trip =>
      sendMessage(trip, { key, lane: 'replies', to: { placeId: 'one' }, card: card(key), ...over }),
    );
  const pass = async (milliseconds: number) => {
    clock.moveTo(plus(clock.now(), milliseconds));
    await sender.drain();
  };
  const stateOf = async (key: string) =>
    (await database.client.message.findUniqueOrThrow({ where: { key } })).state;

  test('says a thing once, however often it is told to', async () => {
    await say('a');
    await say('a');
    await sender.drain();
    await sender.drain();
    expect(platform.words()).toEqual(['send: a']);
  });

  test('keeps the order within a place, also when the first has to wait', async () => {
    platform.answers = [{ outcome: 'retry', detail: 'busy' }];
    await say('first');
    await say('second');
    await sender.drain();
    expect(platform.words()).toEqual(['send: first']);
    await pass(1_000);
    expect(platform.words()).toEqual(['send: first', 'send: first', 'send: second']);
  });

  test('a busy place delays no other, and nothing delays a page', async () => {
    platform.answers = [{ outcome: 'retry', afterMilliseconds: 60_000, detail: 'busy' }];
    await say('stuck');
    await sender.drain();
    await say('elsewhere', { to: { placeId: 'two' }, card: card('elsewhere', 'c2') });
    await say('page', { lane: 'pages' });
    await sender.drain();
    expect(platform.words().slice(1).sort()).toEqual(['send: elsewhere', 'send: page']);
  });

  test('changes a message in place, and only to its newest words', async () => {
    await say('receipt');
    await sender.drain();
    await database.trip(trip => editMessage(trip, 'receipt', card('seen')));
    await database.trip(trip => editMessage(trip, 'receipt', card('done')));
    await database.trip(trip => editMessage(trip, 'receipt', card('done')));
    await sender.drain();
    await sender.drain();
    expect(platform.words()).toEqual(['send: receipt', 'edit: done']);
  });

  test('a message changed before it was sent is sent once, in its newer words', async () => {
    await say('receipt');
    await database.trip(trip => editMessage(trip, 'receipt', card('newer')));
    await sender.drain();
    expect(platform.words()).toEqual(['send: newer']);
  });

  const lost: Sent = { outcome: 'unknown', detail: 'the connection broke' };

  test.each([
    ['a page is sent again, marked as a repeat', 'pages', ['send: m', 'send: m (repeat)'], 'sent'],
    ['a reply is tried once more', 'replies', ['send: m', 'send: m (repeat)'], 'sent'],
    ['a check-in is parked, never said twice', 'check-ins', ['send: m'], 'parked'],
  ] as const)('after a lost response %s', async (_promise, lane: Lane, words, state) => {
    platform.answers = [lost];
    await say('m', { lane });
    for (let step = 0; step < 4; step += 1) await pass(2_000);
    expect(platform.words()).toEqual(words);
    expect(await stateOf('m')).toBe(state);
  });

  test('after a lost response nothing is sent again that the platform can show', async () => {
    platform.answers = [lost];
    platform.found = 'ref-9';
    await say('m', { lane: 'check-ins' });
    await sender.drain();
    await pass(5_000);
    expect(platform.words()).toEqual(['send: m']);
    expect(await stateOf('m')).toBe('sent');
  });

  test('a sender that died is replaced when its lease is over, and its late result changes nothing', async () => {
    await say('m', { lane: 'pages' });
    const sending = sendingOf(ports, surfaces());
    const claim = await claimOne(sending);
    const confirmed = await confirmClaim(sending, claim);
    if (!confirmed.goes) throw new Error('it was not confirmed');
    await pass(9_999);
    expect(platform.words()).toEqual([]);
    await pass(1);
    await sender.drain();
    expect(platform.words()).toEqual(['send: m (repeat)']);
    const { attemptId } = confirmed;
    const result = { outcome: 'refused', detail: 'late' } as const;
    await recordSent(sending, { claim, attemptId, result });
    expect(await stateOf('m')).toBe('sent');
  });

  test('a sender that died before it began to speak leaves no doubt: the page is said once, unmarked', async () => {
    await say('m', { lane: 'pages' });
    await claimOne(sendingOf(ports, surfaces()));
    await pass(10_000);
    await sender.drain();
    expect(platform.words()).toEqual(['send: m']);
  });

  test('a refused page is handed back to paging at once; a refused reply only says why', async () => {
    platform.answers = [
      { outcome: 'refused', detail: 'blocked' },
      { outcome: 'refused', detail: 'blocked' },
    ];
    await say('page', { lane: 'pages' });
    await say('reply');
    await sender.drain();
    const page = await database.client.message.findUniqueOrThrow({ where: { key: 'page' } });
    const reply = await database.client.message.findUniqueOrThrow({ where: { key: 'reply' } });
    expect(page).toMatchObject({ state: 'failed', reason: 'blocked', failureDueAt: clock.now() });
    expect(reply).toMatchObject({ state: 'failed', reason: 'blocked', failureDueAt: null });
  });

  test('a page that does not arrive is handed back to paging after seven tries, and is tried on', async () => {
    platform.answers = Array.from(
      { length: 20 },
      () => ({ outcome: 'retry', detail: 'down' }) as Sent,
    );
    await say('page', { lane: 'pages', to: { personId: 'adv' } });
    const page = () => database.client.message.findUniqueOrThrow({ where: { key: 'page' } });
    while (platform.seen.length < 6) await pass(20_000);
    expect(await page()).toMatchObject({ state: 'waiting', failureDueAt: null });
    await pass(20_000);
    expect(await page()).toMatchObject({ state: 'waiting', failureDueAt: clock.now() });
    while (platform.seen.length < 20) await pass(20_000);
    await pass(20_000);
    expect(await page()).toMatchObject({ state: 'sent', failureDueAt: clock.now() });
  });

  test('what has no other way than its place outlasts an hour', async () => {
    platform.answers = Array.from(
      { length: 180 },
      () => ({ outcome: 'retry', detail: 'down' }) as Sent,
    );
    await say('receipt', { lane: 'pages' });
    for (let step = 0; step < 200; step += 1) await pass(20_000);
    expect(await stateOf('receipt')).toBe('sent');
  });

  test('what was queued for a place that changed hands since is parked', async () => {
    await say('m');
    await database.client.place.update({ where: { id: 'one' }, data: { customerId: 'c2' } });
    await sender.drain();
    expect(platform.words()).toEqual([]);
    expect(await stateOf('m')).toBe('parked');
  });

  test('what nobody can be reached by fails, with the reason', async () => {
    const alone = openSender(ports, {
      logger,
      surfaces: { connected: [], everywhere: null },
    });
    await say('m', { card: sharedCard('answer', 'c1', { body: [shared`Hello`] }) });
    await alone.drain();
    expect(await stateOf('m')).toBe('failed');
  });
});
