import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import bolt from '@slack/bolt';
import { createSeededRandom } from '../src/adapters/clock/seeded-random.ts';
import { systemClock } from '../src/adapters/clock/system-clock.ts';
import { openDatabase, type Where } from '../src/adapters/database/open-database.ts';
import { openSlack } from '../src/adapters/slack/open-slack.ts';
import { createRunner } from '../src/engine/runner.ts';
import { importSetup } from '../src/setup/import-setup.ts';
import { readSetup, type Setup } from '../src/setup/setup.ts';
import { createWorld } from '../src/world.ts';
import { crowdOf } from '../test/harness/crowd.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { serve } from '../test/harness/serve.ts';
import { type FakeSlack, openFakeSlack } from '../test/harness/slack/fake-slack.ts';
import {
  botToken,
  buildSlackSettings,
  signingSecret,
} from '../test/harness/slack/slack-settings.ts';
import { percentiles, report } from './figures.ts';
import { silent } from './world.ts';

const rooms = 50;
const alone = Number(process.env.HANDRAIL_ANSWERS_ALONE ?? 60);
const together = Number(process.env.HANDRAIL_ANSWERS_TOGETHER ?? 3);

/** From a signed POST of Slack to our chat.postMessage, one at a time and fifty at once, beside a Bolt app that only echoes. */
export async function benchAnswers(): Promise<void> {
  const echo = await onBolt();
  const server = await openTestPostgres();
  await onHandrail('PostgreSQL', server.url, echo);
  await server.close();
  await onHandrail('embedded', null, echo);
}

interface Run {
  /** Milliseconds at the median. */
  readonly alone: number;
  readonly together: number;
}

async function furnished(): Promise<FakeSlack> {
  const slack = await openFakeSlack({
    now: Date.now,
    rates: { postsPerSecond: 1e6, burst: 1e6, postsPerMinuteInWorkspace: 1e9 },
  });
  slack.directory.addTeam('T0VEND');
  slack.directory.addToken(botToken, 'T0VEND');
  for (let room = 0; room < rooms; room += 1) {
    slack.directory.addUser(userIn(room), 'T0VEND', { guest: 'restricted' });
    const members = ['U0BOT0VEND', userIn(room)];
    slack.directory.addChannel(channelOf(room), 'T0VEND', { members });
  }
  return slack;
}

const userIn = (room: number) => `U0LEAD${room}`;
const channelOf = (room: number) => `C0ROOM${room}`;

interface Asking {
  readonly slack: FakeSlack;
  readonly url: string;
  readonly words: string;
}

async function measure(name: string, { slack, url, words }: Asking): Promise<Run> {
  const http = slack.http({ url, signingSecret, pauses: [], ackMilliseconds: 60_000 });
  const waiting = new Map<string, () => void>();
  slack.onMessage = ({ botId, channel }) => {
    if (botId) waiting.get(channel)?.();
  };
  const ask = async (room: number) => {
    const said = { user: userIn(room), channel: channelOf(room), text: words };
    const { envelopes } = slack.speak(said);
    const answered = new Promise<void>(resolve => waiting.set(channelOf(room), resolve));
    const began = performance.now();
    const acked = Promise.all(envelopes.map(envelope => http.hand(envelope)));
    await answered;
    const milliseconds = performance.now() - began;
    await acked;
    return milliseconds;
  };
  for (let room = 0; room < 15; room += 1) await ask(room);

  const before = process.cpuUsage();
  const one: number[] = [];
  for (let n = 0; n < alone; n += 1) one.push(await ask(n % rooms));
  const used = process.cpuUsage(before);

  const began = performance.now();
  const many: number[] = [];
  const inRoom = async (room: number) => {
    for (let n = 0; n < together; n += 1) many.push(await ask(room));
  };
  await Promise.all(Array.from({ length: rooms }, (_, room) => inRoom(room)));
  const seconds = (performance.now() - began) / 1_000;

  const [atOne, atFifty] = [percentiles(one), percentiles(many)];
  report(name, {
    alone_p50_ms: atOne.p50,
    alone_p99_ms: atOne.p99,
    cpu_ms: (used.user + used.system) / 1_000 / alone,
    together_p50_ms: atFifty.p50,
    together_p99_ms: atFifty.p99,
    per_second: (rooms * together) / seconds,
  });
  return { alone: atOne.p50, together: atFifty.p50 };
}

/** Bolt as its documentation shows it, saying what it heard. */
async function onBolt(): Promise<Run> {
  const slack = await furnished();
  const receiver = new bolt.HTTPReceiver({ signingSecret, logLevel: bolt.LogLevel.ERROR });
  const app = new bolt.App({
    receiver,
    token: botToken,
    botId: 'B0BOT0VEND',
    botUserId: 'U0BOT0VEND',
    tokenVerificationEnabled: false,
    logLevel: bolt.LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.message(async ({ message, say }) => {
    await say('text' in message ? (message.text ?? '') : '');
  });
  const server = createServer((request, response) => receiver.requestListener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/slack/events`;
  const run = await measure('bare Bolt echo', { slack, url, words: 'how is it going' });
  server.closeAllConnections();
  server.close();
  await slack.close();
  return run;
}

async function onHandrail(name: string, url: string | null, echo: Run): Promise<void> {
  const sources = { clock: systemClock, random: createSeededRandom(1) };
  const where: Where = url ? { kind: 'postgres', url } : { kind: 'memory' };
  const ports = { ...sources, database: await openDatabase(where, sources) };
  await ports.database.trip(trip => importSetup(trip, crowdInSlack()));
  await ports.database.client.message.deleteMany();
  const slack = await furnished();
  const joined = openSlack({
    settings: buildSlackSettings(slack),
    secretKeys: [],
    publicUrl: 'http://127.0.0.1',
    ports,
    logger: silent,
  });
  // What Slack puts up with in one channel is measured by the tests, not here.
  const { limits: _, ...surface } = joined.surface;
  const world = createWorld({
    ...ports,
    logger: silent,
    surfaces: { connected: [surface], everywhere: null },
  });
  const { engine, sender } = world;
  const runner = createRunner({ engine, sender, logger: silent });
  const nudge = () => void runner.run();
  const server = await serve({
    ports,
    logger: silent,
    nudge,
    mounts: [joined.listen({ world, nudge })],
  });
  while (joined.health() !== 'up') await new Promise(done => setTimeout(done, 20));
  await engine.runUntilIdle();
  const ticking = setInterval(nudge, 1_000);
  const words = "<@U0BOT0VEND> what's happening now?";
  const run = await measure(`Handrail, ${name}`, {
    slack,
    url: `${server.url}/slack/events`,
    words,
  });
  report(`Handrail ÷ Bolt, ${name}`, {
    alone: run.alone / echo.alone,
    together: run.together / echo.together,
  });
  clearInterval(ticking);
  await runner.stop();
  await server.close();
  await joined.close();
  await slack.close();
  await ports.database.close();
}

/** The crowd of the tests, each customer in a channel of its own. */
function crowdInSlack(): Setup {
  const setup = readSetup(JSON.stringify(crowdOf(rooms).setup), 'crowd');
  const [platform, workspace] = ['slack', 'T0VEND'] as const;
  const people = setup.people.map(person => {
    const room = /^lead-(\d+)$/.exec(person.id)?.[1];
    if (room === undefined) return person;
    return { ...person, identities: [{ platform, workspace, user: userIn(Number(room)) }] };
  });
  const customers = setup.customers.map((customer, room) => ({
    ...customer,
    places: customer.places.map(place =>
      place.audience === 'shared'
        ? { ...place, identities: [{ platform, workspace, channel: channelOf(room) }] }
        : place,
    ),
  }));
  return { ...setup, people, customers };
}
