import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { openSlack } from '../../../src/adapters/slack/open-slack.ts';
import { actionFrom } from '../../../src/adapters/slack/render/action-id.ts';
import { refFrom } from '../../../src/adapters/slack/workspace/platform.ts';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import type { Line } from '../../../src/rehearsal/line.ts';
import { readScenario } from '../../../src/rehearsal/read-scenario.ts';
import { rehearse } from '../../../src/rehearsal/rehearse.ts';
import type { Scenario } from '../../../src/rehearsal/scenario.ts';
import type { OpenWorld } from '../../../src/rehearsal/stage.ts';
import { createWorld } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { worldOpener } from '../../harness/open-world.ts';
import { serve } from '../../harness/serve.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import type { FakeMessage } from '../../harness/slack/message-store.ts';
import { botToken, buildSlackSettings, signingSecret } from '../../harness/slack/slack-settings.ts';
import type { Envelope } from '../../harness/slack/towards-us.ts';
import { atOnce, bot, until } from './front.ts';

jest.setTimeout(600_000);

/** All four: STORIES=atelier-new-method,lakeside-upgrade,northwind,orla-outsourcing npm test -- test/system/slack */
const stories = (process.env.STORIES ?? 'atelier-new-method').split(',');

const unlimited = { postsPerSecond: 1e6, burst: 1e6, postsPerMinuteInWorkspace: 1e6 };
const vendor = 'T0VEND';

let slack: FakeSlack;
let now: () => number = Date.now;
afterEach(() => slack.close());

const slackName = (id: string) => id.toUpperCase().replace(/[^A-Z0-9]/g, '');
const userOf = (personId: string) => `U0${slackName(personId)}`;
const channelOf = (placeId: string) => `C0${slackName(placeId)}`;

/** The same setup, in which everybody and every place is in Slack. */
function inSlack({ setup }: Scenario): Scenario['setup'] {
  const people = setup.people.map(person => {
    const { id, name, side, customer } = person as typeof person & { customer?: string };
    const workspace = side === 'vendor' ? vendor : `T0${slackName(customer ?? 'other')}`;
    if (!slack.directory.teams.has(workspace)) slack.directory.addTeam(workspace);
    slack.directory.addUser(userOf(id), workspace, { name });
    return { ...person, identities: [{ platform: 'slack', workspace, user: userOf(id) }] };
  });
  const everybody = [bot, ...setup.people.map(({ id }) => userOf(id))];
  const customers = setup.customers.map(customer => ({
    ...customer,
    places: customer.places.map(place => {
      const channel = channelOf(place.id);
      slack.directory.addChannel(channel, vendor, { name: '', members: everybody });
      return { ...place, identities: [{ platform: 'slack', workspace: vendor, channel }] };
    }),
  }));
  return { ...setup, people, customers } as unknown as Scenario['setup'];
}

/** A world that hears and speaks through Slack alone; the transcript sees what is handed over. */
function openThroughSlack(complaints: ReturnType<typeof createComplaints>): OpenWorld {
  return async ({ from, seed, surfaces }) => {
    const ports = await openTestDatabase(from, seed);
    now = () => ports.clock.now().getTime();
    const transcript = surfaces.everywhere;
    if (!transcript) throw new Error('A rehearsal reaches everybody.');
    const { logger } = complaints;
    const joined = openSlack({
      settings: buildSlackSettings(slack),
      secretKeys: [],
      publicUrl: 'https://handrail.example.com',
      ports,
      logger,
    });
    const shown = new Map<string, FakeMessage>();
    const world = createWorld({
      ...ports,
      logger,
      surfaces: { connected: [both(joined.surface, transcript, shown)], everywhere: transcript },
    });
    const listening = joined.listen({ world, nudge: () => {} });
    const server = await serve({ ports, logger, mounts: [listening] });
    const http = slack.http({ url: `${server.url}/slack/events`, signingSecret, ...atOnce });
    await until(() => joined.health() === 'up');
    return {
      ports,
      engine: world.engine,
      async receive(incoming) {
        if (!('said' in incoming)) return world.receive(incoming);
        for (const envelope of done(incoming, shown)) {
          const { acked, tries } = await http.hand(envelope);
          if (!acked) throw new Error(`Slack was not answered: ${JSON.stringify(tries)}`);
        }
        return 'new';
      },
      async close() {
        await server.close();
        await joined.close();
        await ports.database.close();
      },
    };
  };
}

/** Slack's surface, beside which the transcript writes everything down. Pacing is proven elsewhere. */
function both(inner: Surface, transcript: Surface, shown: Map<string, FakeMessage>): Surface {
  return {
    platform: 'slack',
    async send(message) {
      const told = await transcript.send(message);
      if (told.outcome !== 'sent') return told;
      const sent = await inner.send(message);
      if (sent.outcome !== 'sent') return sent;
      const ref = refFrom(sent.ref);
      const posted = slack.messages.find(ref?.channel ?? '', ref?.ts ?? '');
      if (posted) shown.set(message.messageId, posted);
      return sent;
    },
    async edit(message, ref) {
      const told = await transcript.edit(message, message.messageId);
      return told.outcome === 'sent' ? inner.edit(message, ref) : told;
    },
    find: message => inner.find(message),
  };
}

/** What somebody of the story does, done in Slack: what Slack tells us of it. */
function done(inbound: Inbound, shown: ReadonlyMap<string, FakeMessage>): readonly Envelope[] {
  const { said, from, in: place, addressed } = inbound;
  const user = userOf(from.user);
  if (said.kind === 'press') {
    const on = shown.get(said.messageId ?? '');
    if (!on) throw new Error(`Slack never had the message of ${said.action}.`);
    return [slack.acts.press(user, on, ({ actionId }) => actionFrom(actionId) === said.action)];
  }
  if (said.kind !== 'text') throw new Error('A story is words and buttons.');
  const typed = said.text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  if (place) {
    const text = addressed ? `<@${bot}> ${typed}` : typed;
    return slack.speak({ user, channel: channelOf(place.channel), text }).envelopes;
  }
  const person = slack.directory.users.get(user);
  if (!person) throw new Error(`Slack knows no ${user}.`);
  const { id } = slack.directory.directChannel(bot, person);
  return slack.speak({ user, channel: id, text: typed }).envelopes;
}

function scenarioOf(name: string): Scenario {
  const file = join('examples', `${name}.scenario.yaml`);
  const open = (path: string) => {
    const named = join(dirname(file), path);
    return { file: named, text: readFileSync(named, 'utf8') };
  };
  return readScenario({ file, text: readFileSync(file, 'utf8'), open });
}

/** Every message as somebody read it, in order. */
const readIn = (lines: readonly Line[]) =>
  lines.flatMap(line =>
    line.kind === 'message'
      ? [
          `${line.at.toISOString()} ${line.to} ${line.message} ${line.edited ? '~' : ''}${line.text}`,
        ]
      : [],
  );

describe('a whole story through Slack: said in it, heard from it, answered in it', () => {
  test.each(stories)('%s: the same words at the same times as in the rehearsal', async name => {
    slack = await openFakeSlack({ rates: unlimited, now: () => now() });
    slack.directory.addTeam(vendor);
    slack.directory.addToken(botToken, vendor);
    const scenario = scenarioOf(name);
    const complaints = createComplaints();
    const setup = inSlack(scenario);
    const told = await rehearse({ ...scenario, setup }, openThroughSlack(complaints));
    const plain = await rehearse(scenario, worldOpener(createComplaints()));
    expect(complaints.list).toEqual([]);
    expect(readIn(told.lines)).toEqual(readIn(plain.lines));
    expect(told.summary).toEqual(plain.summary);
    expect(slack.callsOf('chat.postMessage').length).toBeGreaterThan(20);
  });
});
