import { openSlack, type SlackSettings } from '../../../src/adapters/slack/open-slack.ts';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { Database, Trip } from '../../../src/shared/database.ts';
import { plus, second } from '../../../src/shared/time.ts';
import { createWorld } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { buildCustomer, buildEscalation, buildGoLive, stepsOf } from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import type { FakeMessage } from '../../harness/slack/message-store.ts';
import { botToken, buildSlackSettings, signingSecret } from '../../harness/slack/slack-settings.ts';
import type { Envelope, Handed, Patience } from '../../harness/slack/towards-us.ts';

export const bot = 'U0BOT0VEND';

/** Retries at once, and patient: a machine that is busy with other tests is slow, not broken. */
export const atOnce: Partial<Patience> = { pauses: [0, 0, 0], ackMilliseconds: 30_000 };

export interface FrontOptions {
  readonly settings?: Partial<SlackSettings>;
  readonly secretKeys?: readonly string[];
  /** Stands between the code and the database, to take it away for a while. */
  readonly wrap?: (database: Database) => Database;
  readonly slack?: FakeSlack;
  readonly ports?: TestPorts;
  /** The setup file; the two customers of `crowd` when left out. */
  readonly setup?: Record<string, unknown> | null;
  readonly patience?: Partial<Patience>;
  /** After this long without a frame a Socket Mode connection is taken for dead. */
  readonly silenceMilliseconds?: number;
  /** Slack does not answer at the start, so it is not waited for. */
  readonly isDown?: true;
}

const person = (id: string, name: string, workspace: string, more: object = {}) => ({
  id,
  name,
  identities: [{ platform: 'slack', workspace, user: `U0${id.toUpperCase()}` }],
  ...more,
});

const customer = (id: string, leader: string, advocate: string) =>
  buildCustomer({
    id,
    people: { leader, advocate, backup: 'idris', manager: 'mara' },
    places: ['shared', 'internal'].map(audience => ({
      id: `${id}-${audience}`,
      audience,
      identities: [
        {
          platform: 'slack',
          workspace: 'T0VEND',
          channel: `C0${id.toUpperCase()}${audience.slice(0, 3).toUpperCase()}`,
        },
      ],
    })),
    transitions: [buildGoLive({ milestones: stepsOf('backup') })],
  });

/** Northwind (workspace T0CUST) with its advocate, Lakeside (T0LAKE) with another, one vendor (T0VEND). */
export const crowd = {
  organisation: { name: 'Vendor', timeZone: 'Europe/London' },
  people: [
    person('nora', 'Nora Whitfield', 'T0VEND', { side: 'vendor' }),
    person('omar', 'Omar Haddad', 'T0VEND', { side: 'vendor' }),
    person('idris', 'Idris Bello', 'T0VEND', { side: 'vendor' }),
    person('mara', 'Mara Quint', 'T0VEND', { side: 'vendor' }),
    person('daniel', 'Daniel Reyes', 'T0CUST', { side: 'customer', customer: 'northwind' }),
    person('lea', 'Lea Ortiz', 'T0LAKE', { side: 'customer', customer: 'lakeside' }),
  ],
  customers: [customer('northwind', 'daniel', 'nora'), customer('lakeside', 'lea', 'omar')],
  schedules: [],
  escalations: [
    buildEscalation({
      levels: [
        { to: ['advocate'], wait: '5m' },
        { to: ['backup'], wait: '5m' },
      ],
    }),
  ],
};

/** User and channel ids of `crowd`. */
export const ids = {
  advocate: 'U0NORA',
  otherAdvocate: 'U0OMAR',
  backup: 'U0IDRIS',
  manager: 'U0MARA',
  lead: 'U0DANIEL',
  otherLead: 'U0LEA',
  guest: 'U0GUEST',
  stranger: 'U0STRANGER',
  shared: 'C0NORTHWINDSHA',
  internal: 'C0NORTHWINDINT',
  otherShared: 'C0LAKESIDESHA',
} as const;

/** Everybody of `crowd` in a fake Slack, with the app installed in T0VEND. */
export function furnish({ directory }: FakeSlack): void {
  for (const team of ['T0VEND', 'T0CUST', 'T0LAKE']) directory.addTeam(team);
  directory.addToken(botToken, 'T0VEND');
  for (const [user, team] of [
    [ids.advocate, 'T0VEND'],
    [ids.otherAdvocate, 'T0VEND'],
    [ids.backup, 'T0VEND'],
    [ids.manager, 'T0VEND'],
    [ids.lead, 'T0CUST'],
    [ids.otherLead, 'T0LAKE'],
  ] as const)
    directory.addUser(user, team, { name: user });
  directory.addUser(ids.guest, 'T0VEND', { name: 'Gus Guest', guest: 'restricted' });
  directory.addUser(ids.stranger, 'T0CUST', { name: 'Sam Stranger' });
  directory.addUser('U0OTHERBOT', 'T0VEND', { name: 'Other Bot', isBot: true });
  const northwind = [bot, ids.advocate, ids.backup, ids.manager, ids.lead, ids.guest, ids.stranger];
  directory.addChannel(ids.shared, 'T0VEND', { members: northwind, connected: ['T0CUST'] });
  directory.addChannel(ids.internal, 'T0VEND', {
    members: [bot, ids.advocate, ids.backup, ids.manager],
    kind: 'private',
  });
  directory.addChannel(ids.otherShared, 'T0VEND', {
    members: [bot, ids.otherAdvocate, ids.otherLead, ids.advocate],
    connected: ['T0LAKE'],
  });
  directory.addChannel('C0LAKESIDEINT', 'T0VEND', { members: [bot, ids.otherAdvocate] });
}

/** The running front: Slack, our server, one world on a clock that the test moves. */
export async function openFront(options: FrontOptions = {}) {
  const ports = options.ports ?? (await openTestDatabase('2026-03-04T15:00:00Z'));
  const { clock } = ports;
  const slack = options.slack ?? (await openFakeSlack({ now: () => clock.now().getTime() }));
  if (slack.directory.teams.size === 0) furnish(slack);
  const { setup = crowd } = options;
  if (setup) await ports.database.trip(trip => importSetup(trip, setupFrom(setup)));
  const database = options.wrap?.(ports.database) ?? ports.database;
  const given = { ...ports, database };
  const { logger, list: complaints } = createComplaints();
  const joined = openSlack({
    settings: buildSlackSettings(slack, options.settings),
    secretKeys: options.secretKeys ?? [],
    publicUrl: 'https://handrail.example.com',
    ports: given,
    logger,
    ...(options.silenceMilliseconds && { silenceMilliseconds: options.silenceMilliseconds }),
  });
  const surfaces = { connected: [joined.surface], everywhere: null };
  const world = createWorld({ ...ports, logger, surfaces });
  const receive = (incoming: Parameters<typeof world.receive>[0]) =>
    createWorld({ ...given, logger, surfaces }).receive(incoming);
  const heard = options.wrap ? { ...world, receive } : world;
  const listening = joined.listen({ world: heard, nudge: () => {} });
  const server = await serve({
    ports,
    logger,
    platforms: () => ({ slack: joined.health() }),
    mounts: [listening],
  });
  const url = `${server.url}/slack/events`;
  const http = slack.http({ url, signingSecret, ...atOnce, ...options.patience });
  const hand = async (...envelopes: Envelope[]): Promise<Handed[]> =>
    Promise.all(envelopes.map(envelope => http.hand(envelope)));

  /** Lets the engine do what is due now and within the next moments, and what is paced be sent. */
  async function runUntilIdle(milliseconds = 20 * second): Promise<void> {
    await world.engine.runUntilIdle();
    await world.engine.advanceTo(clock, plus(clock.now(), milliseconds));
  }

  /** What came in, without the looks at places that we take ourselves. */
  const inbox = () =>
    ports.database.client.inbox.findMany({
      where: { NOT: { id: { startsWith: 'slack:look:' } } },
      orderBy: { seq: 'asc' },
    });

  if (!options.isDown) await until(() => joined.health() === 'up');
  await runUntilIdle();
  return {
    slack,
    ports,
    world,
    server,
    joined,
    url,
    http,
    hand,
    runUntilIdle,
    complaints,
    /** Somebody writes, Slack tells us, and we answer: every message of ours that came of it, oldest first. */
    async says(user: string, channel: string, text: string): Promise<FakeMessage[]> {
      const before = ours(slack).length;
      await slack.say(http, { user, channel, text });
      await runUntilIdle();
      return ours(slack).slice(before);
    },
    ours: () => ours(slack),
    inbox,
    inbound: async () => (await inbox()).map(row => row.payload as unknown as Inbound),
    trip: <T>(work: (trip: Trip) => Promise<T>) => ports.database.trip(work),
    async close(): Promise<void> {
      await server.close();
      await joined.close();
      await world.sender.stop();
      if (!options.slack) await slack.close();
      if (!options.ports) await ports.database.close();
    },
  };
}

export type Front = Awaited<ReturnType<typeof openFront>>;

function ours({ messages }: FakeSlack): FakeMessage[] {
  const all = messages.all().filter(({ user }) => user === bot);
  return all.toSorted((a, b) => Number(a.ts) - Number(b.ts));
}

/** Resolves once `isSo` holds; it is asked again and again, and a test that waits in vain fails by its own limit. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(done => setTimeout(done, 5));
}
