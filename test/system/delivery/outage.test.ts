import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { shared, words } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import type { Lane } from '../../../src/delivery/draft.ts';
import { editMessage } from '../../../src/delivery/edit-message.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import { withdrawMessages } from '../../../src/delivery/withdraw-messages.ts';
import type { Sender } from '../../../src/engine/sender.ts';
import { plus, second } from '../../../src/shared/time.ts';
import { openly } from '../../../src/timeline/event.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { openSender } from '../../harness/sender.ts';
import { watchErrors } from '../watch-errors.ts';

const { logger } = watchErrors();
const begin = new Date('2026-03-06T23:00:00Z');
let ports: TestPorts;
beforeAll(async () => {
  ports = await openTestDatabase(begin);
});
beforeEach(async () => {
  await emptyDatabase(ports);
  ports.clock.moveTo(begin);
  await ports.database.client.place.create({
    data: { id: 'one', customerId: 'c1', audience: 'shared' },
  });
  const adv = { id: 'adv', name: 'Advocate', side: 'vendor', timeZone: 'UTC' };
  await ports.database.client.person.create({ data: { ...adv, contact: [], skills: [] } });
});
afterAll(() => ports.database.close());

const receipt = (text: string) =>
  sharedCard('page-receipt', 'c1', { body: [shared`${words(openly(text))}`] });

/** A platform that may be down, and shows what stands in the channel. */
function platform() {
  const shown = new Map<string, string>();
  const state = { isDown: false, isRefused: false, shown };
  const take = async ({ messageId, text }: Outgoing): Promise<Sent> => {
    if (state.isDown) return { outcome: 'retry', detail: 'service unavailable' };
    if (state.isRefused) return { outcome: 'refused', detail: 'no such user' };
    shown.set(messageId, text);
    return { outcome: 'sent', ref: messageId };
  };
  const surface: Surface = {
    platform: localPlatform,
    send: take,
    edit: take,
    find: async () => undefined,
  };
  return { ...state, state, surface };
}

async function passSeconds(sender: Sender, seconds: number) {
  for (let passed = 0; passed < seconds; passed += 5) {
    ports.clock.moveTo(plus(ports.clock.now(), 5 * second));
    await sender.drain();
  }
}

for (const when of ['first sent', 'edited'] as const)
  test(`a receipt that was ${when} while the platform was down for five minutes still says later who has the page`, async () => {
    const { surface, state, shown } = platform();
    const surfaces = { connected: [], everywhere: surface };
    const sender = openSender(ports, { logger, surfaces });
    const say = (text: string) =>
      ports.database.trip(async trip => {
        const to = { placeId: 'one' };
        await sendMessage(trip, { key: 'r', lane: 'pages', to, card: receipt(text) });
        await editMessage(trip, 'r', receipt(text));
      });
    if (when === 'edited') {
      await say('Paged your advocate.');
      await sender.drain();
    }
    state.isDown = true;
    await say('No answer yet, so I have paged Tom.');
    await passSeconds(sender, 300);
    state.isDown = false;
    await passSeconds(sender, 300);
    await say('Tom has it.');
    await passSeconds(sender, 300);
    await say('Resolved. Did that do it?');
    await passSeconds(sender, 300);
    expect([...shown.values()]).toEqual(['Resolved. Did that do it?']);
  });

describe('a message that a platform or the gate kept back', () => {
  const surfaces = (found: Surface) => ({ connected: [], everywhere: found });
  const row = () => ports.database.client.message.findUniqueOrThrow({ where: { key: 'm' } });
  const change = (text: string) =>
    ports.database.trip(trip => editMessage(trip, 'm', receipt(text)));
  /** A page goes to somebody, everything else to a place. */
  const say = (lane: Lane) => {
    const to = lane === 'pages' ? { personId: 'adv' } : { placeId: 'one' };
    return ports.database.trip(trip =>
      sendMessage(trip, { key: 'm', lane, to, card: receipt('old') }),
    );
  };

  test('is said in its newer words once its place is settled again', async () => {
    const { surface, shown } = platform();
    const sender = openSender(ports, { logger, surfaces: surfaces(surface) });
    const park = (parkedReason: string | null) =>
      ports.database.client.place.update({ where: { id: 'one' }, data: { parkedReason } });
    await park('somebody new reads it');
    await say('check-ins');
    await sender.drain();
    expect((await row()).state).toBe('parked');
    await park(null);
    await change('new');
    await sender.drain();
    expect([...shown.values()]).toEqual(['new']);
  });

  test.each([
    ['is never said twice when it is a check-in', 'check-ins', []],
    ['is said again, marked as a repeat, when it is a page', 'pages', ['new (repeat)']],
  ] as const)('and that may have arrived %s', async (_promise, lane: Lane, words) => {
    const seen: string[] = [];
    const mute: Surface = {
      platform: localPlatform,
      send: async ({ text, isRepeat }) => {
        seen.push(`${text}${isRepeat ? ' (repeat)' : ''}`);
        return { outcome: 'unknown', detail: 'the answer was lost' };
      },
      edit: async () => ({ outcome: 'refused', detail: 'never seen' }),
      find: async () => undefined,
    };
    const sender = openSender(ports, { logger, surfaces: surfaces(mute) });
    await say(lane);
    await passSeconds(sender, 200);
    expect(['parked', 'waiting', 'lost']).toContain((await row()).state);
    const before = seen.length;
    await change('new');
    await passSeconds(sender, 60);
    expect([...new Set(seen.slice(before))]).toEqual(words);
  });

  test('and is a page does not call anybody every second, though each call may have arrived', async () => {
    const calls: Date[] = [];
    const mute: Surface = {
      platform: localPlatform,
      send: async () => {
        calls.push(ports.clock.now());
        return { outcome: 'unknown', detail: 'the answer was lost' };
      },
      edit: async () => ({ outcome: 'refused', detail: 'never seen' }),
      find: async () => undefined,
    };
    const sender = openSender(ports, { logger, surfaces: surfaces(mute) });
    await say('pages');
    await passSeconds(sender, 600);
    const [first, repeat] = calls;
    if (!first || !repeat) throw new Error('It was not called again.');
    expect(repeat.getTime() - first.getTime()).toBeLessThanOrEqual(5 * second);
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.length).toBeLessThan(40);
  });

  test('and was taken back while on its way is not tried again', async () => {
    const { surface, state, shown } = platform();
    state.isDown = true;
    const withdrawn = {
      ...surface,
      send: async (message: Outgoing) => {
        await ports.database.trip(trip => withdrawMessages(trip, ['m']));
        return surface.send(message);
      },
    };
    const sender = openSender(ports, { logger, surfaces: surfaces(withdrawn) });
    await say('pages');
    await sender.drain();
    state.isDown = false;
    await passSeconds(sender, 60);
    expect([...shown.values()]).toEqual([]);
    expect((await row()).state).toBe('withdrawn');
  });

  test('and was taken back since is not brought back by newer words', async () => {
    const { surface, state, shown } = platform();
    state.isRefused = true;
    const sender = openSender(ports, { logger, surfaces: surfaces(surface) });
    await say('pages');
    await passSeconds(sender, 200);
    expect((await row()).state).toBe('failed');
    await ports.database.trip(trip => withdrawMessages(trip, ['m']));
    await change('new');
    state.isRefused = false;
    await passSeconds(sender, 200);
    expect([...shown.values()]).toEqual([]);
  });
});
