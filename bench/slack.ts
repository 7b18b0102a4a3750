import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import bolt from '@slack/bolt';
import { openSlack } from '../src/adapters/slack/open-slack.ts';
import { importSetup } from '../src/setup/import-setup.ts';
import { readSetup } from '../src/setup/setup.ts';
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
import { openBenchDatabase, silent } from './world.ts';

const events = Number(process.env.HANDRAIL_SLACK_EVENTS ?? 2_000);
const user = 'U0LEAD';
const channel = 'C0SHARED';

/** How soon Slack is acknowledged, fifty at a time, a third told twice, a tenth of the answers lost, beside a Bolt app that only echoes. */
export async function benchSlack(): Promise<void> {
  const echo = await onBolt();
  await onHandrail('embedded', null, echo);
  const server = await openTestPostgres();
  await onHandrail('PostgreSQL', server.url, echo);
  await server.close();
}

async function storm(slack: FakeSlack, url: string): Promise<{ p50: number; p99: number }> {
  const http = slack.http({
    url,
    signingSecret,
    pauses: Array(9).fill(0),
    ackMilliseconds: 60_000,
    lostAcks: 0.1,
  });
  const text = 'how is it going';
  const envelopes = Array.from(
    { length: events },
    () => slack.speak({ user, channel, text }).envelopes,
  ).flat();
  const storms = { atOnce: 50, duplicates: 0.3, isShuffled: true } as const;
  const handed = await slack.storm(http, envelopes, storms);
  const lost = handed.filter(({ acked }) => !acked).length;
  if (lost > 0) throw new Error(`${lost} were not acknowledged`);
  return percentiles(handed.flatMap(({ tries }) => tries.map(({ milliseconds }) => milliseconds)));
}

async function furnished(now: () => number): Promise<FakeSlack> {
  const slack = await openFakeSlack({ now });
  slack.directory.addTeam('T0VEND');
  slack.directory.addToken(botToken, 'T0VEND');
  slack.directory.addUser(user, 'T0VEND');
  slack.directory.addChannel(channel, 'T0VEND', { members: ['U0BOT0VEND', user] });
  return slack;
}

/** Bolt as its documentation shows it, with its own receiver and a listener that echoes in memory. */
async function onBolt(): Promise<{ p50: number; p99: number }> {
  const slack = await furnished(Date.now);
  const receiver = new bolt.HTTPReceiver({ signingSecret, logLevel: bolt.LogLevel.ERROR });
  const app = new bolt.App({
    receiver,
    token: botToken,
    botId: 'B0BOT0VEND',
    botUserId: 'U0BOT0VEND',
    tokenVerificationEnabled: false,
    logLevel: bolt.LogLevel.ERROR,
  });
  const heard: string[] = [];
  app.message(async ({ message }) => {
    heard.push('text' in message ? (message.text ?? '') : '');
  });
  const server = createServer((request, response) => receiver.requestListener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const figures = await storm(slack, `http://127.0.0.1:${port}/slack/events`);
  report('bare Bolt echo, in memory', { p50_ms: figures.p50, p99_ms: figures.p99 });
  server.closeAllConnections();
  server.close();
  await slack.close();
  return figures;
}

async function onHandrail(
  name: string,
  url: string | null,
  echo: { p50: number; p99: number },
): Promise<void> {
  const ports = await openBenchDatabase(url ? { kind: 'postgres', url } : { kind: 'memory' });
  const setup = readSetup(JSON.stringify(crowdOf(5).setup), 'crowd');
  await ports.database.trip(trip => importSetup(trip, setup));
  // The same body signed in the same second is a replay; Slack's own redeliveries are seconds apart.
  let asked = 0;
  const slack = await furnished(() => {
    asked += 1;
    return ports.clock.now().getTime() + (asked % 240) * 1_000;
  });
  const joined = openSlack({
    settings: buildSlackSettings(slack),
    secretKeys: [],
    publicUrl: 'http://127.0.0.1',
    ports,
    logger: silent,
  });
  const surfaces = { connected: [joined.surface], everywhere: null };
  const world = createWorld({ ...ports, logger: silent, surfaces });
  const server = await serve({
    ports,
    logger: silent,
    mounts: [joined.listen({ world, nudge: () => {} })],
  });
  while (joined.health() !== 'up') await new Promise(done => setTimeout(done, 20));
  const { p50, p99 } = await storm(slack, `${server.url}/slack/events`);
  const rows = await ports.database.client.inbox.count({
    where: { id: { startsWith: 'slack:message' } },
  });
  report(`acknowledged after its row, ${name}`, {
    p50_ms: p50,
    p99_ms: p99,
    ratio_to_bolt: p50 / echo.p50,
    rows: `${rows} of ${events}`,
  });
  await server.close();
  await joined.close();
  await slack.close();
  await ports.database.close();
}
