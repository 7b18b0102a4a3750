import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { internal, shared } from '../../../src/delivery/audience.ts';
import { internalCard, sharedCard } from '../../../src/delivery/card.ts';
import { claimMessages } from '../../../src/delivery/claim-messages.ts';
import { confirmClaim } from '../../../src/delivery/confirm-claim.ts';
import { deliverMessage } from '../../../src/delivery/deliver-message.ts';
import type { Draft, Lane } from '../../../src/delivery/draft.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Sending } from '../../../src/delivery/sending.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import { second } from '../../../src/shared/time.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { sendingOf } from '../../harness/sender.ts';

jest.setTimeout(60_000);

const ports: TestPorts = await openTestDatabase(new Date('2026-03-06T23:00:00Z'));
afterAll(() => ports.database.close());

const heard: Outgoing[] = [];
/** What happens between the last look and the first byte. */
let beforeBytes = () => {};

/** As every surface does: asked in the moment in which the first byte would leave. */
async function say(message: Outgoing): Promise<Sent> {
  beforeBytes();
  if (!message.mayLeave()) return { outcome: 'retry', detail: 'it was too late to begin' };
  heard.push(message);
  return { outcome: 'sent', ref: `r${heard.length}` };
}

const surface: Surface = {
  platform: localPlatform,
  send: say,
  edit: say,
  find: async () => null,
};
const sending: Sending = sendingOf(ports, { connected: [], everywhere: surface });

beforeEach(async () => {
  await emptyDatabase(ports);
  heard.length = 0;
  beforeBytes = () => {};
  await ports.database.client.place.create({
    data: { id: 'inside', customerId: 'c1', audience: 'internal' },
  });
});

const brief = internalCard('answer', 'c1', { body: [internal`Priya is fed up with us`] });
const question = sharedCard('check-in', 'c1', { body: [shared`How is it going?`] });
const draft = (lane: Lane): Draft =>
  lane === 'pages'
    ? { key: lane, lane, to: { placeId: 'inside' }, card: brief }
    : { key: lane, lane, to: { placeId: 'inside' }, card: question };

async function take(lane: Lane) {
  const room = { most: 1, roomFor: () => 1, passedOver: new Map<string, string>() };
  const [claim] = (await claimMessages(sending, lane, room)).claims;
  if (!claim) throw new Error('Nothing was there to be taken.');
  return claim;
}
const standStill = (milliseconds: number) =>
  ports.clock.moveTo(new Date(ports.clock.now().getTime() + milliseconds));
const park = () =>
  ports.database.client.place.update({
    where: { id: 'inside' },
    data: { parkedReason: 'others read it' },
  });
const states = async () =>
  (await ports.database.client.message.findMany()).map(({ state }) => state);

describe('a sender that stood still speaks to nobody', () => {
  test('whose claim died with the server, and whose number another has now, does not speak beside them', async () => {
    await ports.database.trip(trip => sendMessage(trip, draft('pages')));
    const [before] = await ports.database.client.message.findMany();
    const forgotten = await take('pages');
    const { state, fence, tries, dueAt } = before ?? {};
    await ports.database.client.message.updateMany({ data: { state, fence, tries, dueAt } });
    const claim = await take('pages');
    expect(claim.fence).toBe(forgotten.fence);
    expect(await confirmClaim(sending, claim)).toMatchObject({ goes: true });
    expect(await deliverMessage(sending, forgotten)).toMatchObject({ outcome: 'held' });
    expect(heard).toEqual([]);
    expect(await ports.database.client.attempt.count()).toBe(1);
  });

  test('who could not read it when it was taken, and can when it goes on, reads nothing', async () => {
    await ports.database.trip(trip => sendMessage(trip, draft('pages')));
    const claim = await take('pages');
    standStill(3 * second);
    await park();
    expect(await deliverMessage(sending, claim)).toMatchObject({ outcome: 'held' });
    expect(heard).toEqual([]);
    expect(await states()).toEqual(['parked']);
  });

  test('stopped after the last look as well: the look holds for two seconds and no longer', async () => {
    await ports.database.trip(trip => sendMessage(trip, draft('pages')));
    const claim = await take('pages');
    beforeBytes = () => standStill(2 * second);
    expect(await deliverMessage(sending, claim)).toMatchObject({ outcome: 'retry' });
    expect(heard).toEqual([]);
    beforeBytes = () => {};
    standStill(2 * second);
    await deliverMessage(sending, await take('pages'));
    expect(heard).toHaveLength(1);
  });

  test.each<Lane>(['pages', 'check-ins'])(
    'one of the %s that another sender has said meanwhile is not said again',
    async lane => {
      await ports.database.trip(trip => sendMessage(trip, draft(lane)));
      const frozen = await take(lane);
      standStill(11 * second);
      const other = await take(lane);
      await deliverMessage(sending, other);
      expect(await deliverMessage(sending, frozen)).toMatchObject({ outcome: 'held' });
      expect(heard).toHaveLength(1);
      expect(heard[0]?.isRepeat).toBe(false);
      expect(await states()).toEqual(['sent']);
    },
  );

  test.each<Lane>(['pages', 'check-ins'])(
    'frozen between the last look and the first byte, it leaves one of the %s to the other sender',
    async lane => {
      await ports.database.trip(trip => sendMessage(trip, draft(lane)));
      const frozen = await take(lane);
      let isFirst = true;
      beforeBytes = () => {
        if (!isFirst) return;
        isFirst = false;
        standStill(11 * second);
      };
      await deliverMessage(sending, frozen);
      expect(heard).toEqual([]);
      standStill(11 * second);
      await deliverMessage(sending, await take(lane));
      expect(heard).toHaveLength(1);
      expect(heard[0]?.isRepeat).toBe(false);
    },
  );

  test('what was taken too long ago is given back and loses no try of the platform', async () => {
    await ports.database.trip(trip => sendMessage(trip, draft('check-ins')));
    const claim = await take('check-ins');
    standStill(4 * second);
    await deliverMessage(sending, claim);
    expect(heard).toEqual([]);
    expect(await states()).toEqual(['waiting']);
  });

  test.each<Lane>(['pages', 'replies'])(
    'one of the %s that may have arrived is marked as a repeat, though another sender took it and died since',
    async lane => {
      await ports.database.trip(trip => sendMessage(trip, draft(lane)));
      await confirmClaim(sending, await take(lane));
      standStill(11 * second);
      await take(lane);
      standStill(11 * second);
      const cannotTell = { ...surface, find: async () => undefined };
      const last = { ...(await take(lane)), surface: cannotTell };
      await deliverMessage(sending, last);
      await deliverMessage(sending, await take(lane));
      expect(heard.map(({ isRepeat }) => isRepeat)).toEqual([true]);
    },
  );
});
