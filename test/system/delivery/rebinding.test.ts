import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { createBotToken } from '../../../src/adapters/teams/account/bot-token.ts';
import { createTeamsSurface } from '../../../src/adapters/teams/send/teams-surface.ts';
import { shared, words } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { editMessage } from '../../../src/delivery/edit-message.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import type { Sender } from '../../../src/engine/sender.ts';
import { openly } from '../../../src/timeline/event.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { openSender } from '../../harness/sender.ts';
import { type FakeTeams, hostTenant, openFakeTeams } from '../../harness/teams/teams.ts';
import { watchErrors } from '../watch-errors.ts';

const { logger } = watchErrors();
let teams: FakeTeams;
let ports: TestPorts;
let sender: Sender;
beforeAll(async () => {
  teams = await openFakeTeams();
  ports = await openTestDatabase(new Date());
  const account = {
    kind: 'tenant',
    appId: teams.appId,
    appPassword: teams.appPassword,
    appTenantId: hostTenant,
    appType: 'SingleTenant',
  } as const;
  const token = createBotToken({ account, clock: systemClock, loginUrl: teams.loginUrl });
  const hosts = [new URL(teams.serviceUrl).origin];
  const surface = createTeamsSurface({ ports, account, token, hosts, logger });
  const surfaces = { connected: [surface], everywhere: null };
  sender = openSender(ports, { logger, surfaces });
});
afterAll(async () => {
  await ports.database.close();
  await teams.close();
});

const receipt = (text: string) =>
  sharedCard('page-receipt', 'northwind', { body: [shared`${words(openly(text))}`] });

test('a conversation that changed hands shows nothing new of its former customer, who reads it where they are now', async () => {
  const { client } = ports.database;
  const lee = teams.person({ name: 'Lee' });
  const first = teams.group([lee]);
  const second = teams.group([lee]);
  for (const { id } of [first, second]) {
    await client.teamsConversation.create({
      data: {
        tenant: hostTenant,
        conversation: id,
        kind: 'group',
        serviceUrl: teams.serviceUrl,
        reference: {},
        updatedAt: ports.clock.now(),
      },
    });
  }
  await client.place.createMany({
    data: [
      { id: 'northwind-shared', customerId: 'northwind', audience: 'shared' },
      { id: 'lakeside-shared', customerId: 'lakeside', audience: 'shared' },
    ],
  });
  const teamsId = (channel: string) => ({ platform: 'teams', workspace: hostTenant, channel });
  await client.placeIdentity.create({
    data: { ...teamsId(first.id), placeId: 'northwind-shared' },
  });
  await ports.database.trip(trip =>
    sendMessage(trip, {
      key: 'receipt:1',
      lane: 'pages',
      to: { placeId: 'northwind-shared' },
      card: receipt('I have paged your advocate.'),
    }),
  );
  await sender.drain();
  expect(teams.seen(first)).toHaveLength(1);

  // Another setup is imported: the first conversation is Lakeside's now, Northwind has the second.
  await client.placeIdentity.deleteMany();
  await client.placeIdentity.createMany({
    data: [
      { ...teamsId(second.id), placeId: 'northwind-shared' },
      { ...teamsId(first.id), placeId: 'lakeside-shared' },
    ],
  });
  await ports.database.trip(trip =>
    editMessage(trip, 'receipt:1', receipt('Northwind payroll stands still; Maya has it.')),
  );
  await sender.drain();
  expect(JSON.stringify(teams.seen(first))).not.toContain('payroll');
  expect(JSON.stringify(teams.seen(second))).toContain('Northwind payroll stands still');

  // From then on it is changed where it was said afresh.
  await ports.database.trip(trip => editMessage(trip, 'receipt:1', receipt('Resolved.')));
  await sender.drain();
  expect(teams.seen(second)).toHaveLength(1);
  expect(JSON.stringify(teams.seen(second))).toContain('Resolved.');
});

test('a message goes on where it stands when another platform is connected later, and moves when that is taken away', async () => {
  const { client } = ports.database;
  await emptyDatabase(ports);
  const seen: string[] = [];
  const platform = (name: string): Surface => ({
    platform: name,
    send: async ({ text, address }) => {
      seen.push(`${name} ${address.id} says: ${text}`);
      return { outcome: 'sent', ref: `${address.id}/1` };
    },
    edit: async ({ text }, ref) => {
      seen.push(`${name} ${ref} becomes: ${text}`);
      return { outcome: 'sent', ref };
    },
    find: async () => undefined,
  });
  const [slack, preferred] = [platform('slack'), platform('teams')];
  const deliver = async (text: string, connected: Surface[]) => {
    const surfaces = { connected, everywhere: null };
    const { database } = ports;
    await database.trip(trip => editMessage(trip, 'receipt', receipt(text)));
    await openSender(ports, { logger, surfaces }).drain();
  };
  await client.place.create({ data: { id: 'one', customerId: 'northwind', audience: 'shared' } });
  const bind = (name: string) =>
    client.placeIdentity.create({
      data: { platform: name, workspace: 'w', channel: `${name}-one`, placeId: 'one' },
    });
  const card = receipt('Paged.');
  await bind('slack');
  await ports.database.trip(trip =>
    sendMessage(trip, { key: 'receipt', lane: 'pages', to: { placeId: 'one' }, card }),
  );
  await deliver('Paged now.', [slack]);
  await bind('teams');
  await deliver('Maya has it.', [preferred, slack]);
  await deliver('Resolved.', [preferred]);
  await deliver('Thank you.', [preferred, slack]);
  expect(seen).toEqual([
    'slack slack-one says: Paged now.',
    'slack slack-one/1 becomes: Maya has it.',
    'teams teams-one says: Resolved.',
    'teams teams-one/1 becomes: Thank you.',
  ]);
});
