import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Notice } from '../../../src/conversation/arrival/notice.ts';
import { settlePlace } from '../../../src/conversation/places/settle-place.ts';
import { updatePlace } from '../../../src/conversation/places/update-place.ts';
import { internal } from '../../../src/delivery/audience.ts';
import { internalCard } from '../../../src/delivery/card.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { buildCustomer, buildNorthwind, customerPerson } from '../../harness/northwind.ts';
import { openSender } from '../../harness/sender.ts';
import { watchErrors } from '../watch-errors.ts';

const { logger } = watchErrors();
let ports: TestPorts;
beforeAll(async () => {
  ports = await openTestDatabase('2026-03-06T17:00:00-05:00');
});
afterAll(() => ports.database.close());
afterEach(() => emptyDatabase(ports));

/** Which channels the two places of a customer are. */
interface Channels {
  readonly shared: readonly string[];
  readonly team: readonly string[];
}

const slack = (channels: readonly string[]) =>
  channels.map(channel => ({ platform: 'slack', workspace: 'T0VEND', channel }));

const customer = (id: string, { shared, team }: Channels, over = {}) =>
  buildCustomer({
    id,
    places: [
      { id: `${id}-shared`, audience: 'shared', identities: slack(shared) },
      { id: `${id}-team`, audience: 'internal', identities: slack(team) },
    ],
    ...over,
  });

const lakeside = (channels: Channels) =>
  customer('lakeside', channels, { people: { leader: 'lead-2', advocate: 'adv-2' } });

const load = (northwind: Channels, other: Channels = { shared: [], team: [] }) => {
  const setup = buildNorthwind();
  const file = setupFrom({
    ...setup,
    people: [...setup.people, customerPerson('lead-2', 'lakeside')],
    customers: [customer('northwind', northwind), lakeside(other)],
  });
  return ports.database.trip(trip => importSetup(trip, file));
};

const place = (id: string) => ports.database.client.place.findUniqueOrThrow({ where: { id } });

let count = 0;

/** Slack tells who outside the vendor reads a channel. */
const reads = (channel: string, outside: string[]) => {
  count += 1;
  const notice: Notice = {
    id: `notice-${count}`,
    notice: { kind: 'changed' },
    place: { platform: 'slack', workspace: 'T0VEND', channel },
    by: null,
    name: null,
    outside,
  };
  return ports.database.trip(trip => updatePlace(trip, notice));
};

const usual: Channels = { shared: ['C0SHARED'], team: ['C0TEAM'] };
const swapped: Channels = { shared: ['C0TEAM'], team: ['C0SHARED'] };

test('a file that swaps the customer’s channel and ours gets both parked, and says so', async () => {
  await load(usual);
  const { changed, parked } = await load(swapped);
  expect(changed).toEqual(['place northwind-shared', 'place northwind-team']);
  expect(parked).toEqual([
    'place northwind-shared: It was for us alone so far.',
    'place northwind-team: It was for a customer to read so far.',
  ]);
  const said: string[] = [];
  const speak = async ({ to }: Outgoing): Promise<Sent> => {
    said.push(to);
    return { outcome: 'sent', ref: 'ref' };
  };
  const surface: Surface = { platform: 'slack', send: speak, edit: speak, find: async () => null };
  const surfaces = { connected: [surface], everywhere: surface };
  await ports.database.trip(trip =>
    sendMessage(trip, {
      key: 'brief',
      lane: 'replies',
      to: { placeId: 'northwind-team' },
      card: internalCard('task', 'northwind', { body: [internal`They are about to leave us.`] }),
    }),
  );
  await openSender(ports, { logger, surfaces }).drain();
  expect(said).toEqual([]);
  expect(await ports.database.client.message.findMany()).toMatchObject([
    { state: 'parked', reason: expect.stringContaining('for a customer to read so far') },
  ]);
});

test('the same file again says nothing more, and parked they stay until somebody has looked', async () => {
  await load(usual);
  await load(swapped);
  expect((await load(swapped)).parked).toEqual([]);
  expect((await place('northwind-team')).parkedReason).toBe(
    'It was for a customer to read so far.',
  );
  await ports.database.trip(trip =>
    settlePlace(
      trip,
      { placeId: 'northwind-team', customerId: 'northwind', audience: 'internal' },
      'adv-1',
    ),
  );
  expect((await place('northwind-team')).parkedReason).toBeNull();
});

test('who reads a channel is known of the channel, and goes along with it', async () => {
  await load(usual);
  await reads('C0SHARED', ['T0CUST']);
  expect(await place('northwind-shared')).toMatchObject({ outside: ['T0CUST'] });
  await load(swapped);
  expect(await place('northwind-shared')).toMatchObject({ outside: [] });
  expect(await place('northwind-team')).toMatchObject({
    outside: ['T0CUST'],
    parkedReason: 'Somebody outside our company can read it.',
  });
});

test('a channel that one customer gave up is not another’s until somebody has looked', async () => {
  await load(usual);
  await load({ ...usual, shared: [] });
  const { parked } = await load({ ...usual, shared: [] }, { shared: ['C0SHARED'], team: [] });
  expect(parked).toEqual(['place lakeside-shared: It was for another customer so far.']);
});

test('a channel that was left out and comes back to the same readers is spoken in as before', async () => {
  await load(usual);
  await load({ ...usual, shared: [] });
  expect((await load(usual)).parked).toEqual([]);
  expect((await place('northwind-shared')).parkedReason).toBeNull();
});

test('a place of two channels is read by whoever reads one of them', async () => {
  await load({ shared: ['C0SHARED'], team: ['C0TEAM', 'C0TEAM2'] });
  await reads('C0TEAM', ['T0CUST']);
  await reads('C0TEAM2', []);
  expect(await place('northwind-team')).toMatchObject({
    outside: ['T0CUST'],
    parkedReason: 'Somebody outside our company can read it.',
  });
});
