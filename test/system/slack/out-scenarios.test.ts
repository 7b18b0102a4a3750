import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { blockActions } from '../../../src/adapters/slack/gate/payloads.ts';
import { translatePress } from '../../../src/adapters/slack/inbox/translate-act.ts';
import { actionFrom } from '../../../src/adapters/slack/render/action-id.ts';
import type { Installation } from '../../../src/adapters/slack/workspace/installation.ts';
import { refFrom } from '../../../src/adapters/slack/workspace/platform.ts';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import { readScenario } from '../../../src/rehearsal/read-scenario.ts';
import { rehearse } from '../../../src/rehearsal/rehearse.ts';
import type { Scenario } from '../../../src/rehearsal/scenario.ts';
import type { OpenWorld } from '../../../src/rehearsal/stage.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { worldOpener } from '../../harness/open-world.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { injections } from '../../harness/slack/injections.ts';
import type { FakeMessage } from '../../harness/slack/message-store.ts';
import { readBlocks, unescaped } from '../../harness/slack/read-blocks.ts';
import { liveIn } from '../../harness/slack/read-mrkdwn.ts';
import { installIn, surfaceOn, vendorTeam } from './out-stage.ts';

const unlimited = { postsPerSecond: 1e6, burst: 1e6, postsPerMinuteInWorkspace: 1e6 };

let slack: FakeSlack;
let installation: Installation;
/** What each message said on Slack, beside what the rehearsal said. */
let pairs: { readonly rehearsed: string; readonly shown: string; readonly fallback: string }[];
let presses: number;
let virtualNow: () => number = Date.now;

beforeEach(async () => {
  slack = await openFakeSlack({ rates: unlimited, now: () => virtualNow() });
  installation = installIn(slack);
  pairs = [];
  presses = 0;
});
afterEach(() => slack.close());

/** Says everything on Slack as well as in the rehearsal; the rehearsal goes on as it would without. */
function alsoOnSlack(inner: Surface, surface: Surface): Surface & { at(id: string): FakeMessage } {
  const shown = new Map<string, FakeMessage>();
  const onSlack = async (message: Outgoing, say: (message: Outgoing) => Promise<Sent>) => {
    if (message.via !== 'chat') return;
    const { kind } = message.address;
    const id = slackId(message.to, kind);
    const address = { platform: 'slack', workspace: vendorTeam, id, kind };
    const sent = await say({ ...message, address });
    if (sent.outcome !== 'sent') throw new Error(sent.detail);
    const ref = refFrom(sent.ref);
    const posted = slack.messages.find(ref?.channel ?? '', ref?.ts ?? '');
    if (!posted) throw new Error('Slack has nothing of it.');
    shown.set(message.messageId, posted);
    pairs.push({
      rehearsed: message.text,
      shown: readBlocks(posted.blocks),
      fallback: unescaped(posted.text),
    });
  };
  return {
    platform: inner.platform,
    async send(message) {
      const sent = await inner.send(message);
      if (sent.outcome === 'sent') await onSlack(message, one => surface.send(one));
      return sent;
    },
    async edit(message, ref) {
      const sent = await inner.edit(message, ref);
      const posted = shown.get(message.messageId);
      if (sent.outcome === 'sent' && posted) {
        await onSlack(message, one => surface.edit(one, `${posted.channel}/${posted.ts}`));
      }
      return sent;
    },
    find: message => inner.find(message),
    at(id) {
      const message = shown.get(id);
      if (!message) throw new Error(`${id} was never on Slack.`);
      return message;
    },
  };
}

/** Makes the channel or person of our id in Slack, the first time it is needed. */
function slackId(id: string, kind: 'place' | 'person'): string {
  const name = id.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const { directory } = slack;
  if (kind === 'person') {
    if (!directory.users.has(`U0${name}`)) directory.addUser(`U0${name}`, vendorTeam, { name: id });
    return `U0${name}`;
  }
  const members = [installation.botUserId];
  if (!directory.channels.has(`C0${name}`))
    directory.addChannel(`C0${name}`, vendorTeam, { members });
  return `C0${name}`;
}

/** A world whose messages go through Slack, and whose buttons are pressed on what Slack was given. */
function openOnSlack(complaints: ReturnType<typeof createComplaints>): OpenWorld {
  return async parts => {
    const inner = parts.surfaces.everywhere;
    if (!inner) throw new Error('A rehearsal reaches everybody.');
    const clock: { now: () => Date } = { now: () => parts.from };
    const { surface } = surfaceOn(slack, { now: () => clock.now() }, installation);
    const everywhere = alsoOnSlack(inner, surface);
    const world = await worldOpener(complaints)({
      ...parts,
      surfaces: { connected: [], everywhere },
    });
    clock.now = world.ports.clock.now;
    virtualNow = () => clock.now().getTime();
    return {
      ...world,
      receive: incoming =>
        world.receive('said' in incoming ? throughSlack(incoming, everywhere) : incoming),
    };
  };
}

/** A press as it comes back from Slack, from the button as Slack has it. */
function throughSlack(inbound: Inbound, on: { at(id: string): FakeMessage }): Inbound {
  const { said, from } = inbound;
  if (said.kind !== 'press' || said.messageId === null) return inbound;
  presses += 1;
  const message = on.at(said.messageId);
  const by = slackId(from.user, 'person');
  const envelope = slack.acts.press(
    by,
    message,
    ({ actionId }) => actionFrom(actionId) === said.action,
  );
  const read = translatePress(blockActions.parse(envelope.payload), installation, from);
  if (read?.said.kind !== 'press') throw new Error('The button does not come back as one of ours.');
  expect(read.said).toMatchObject({ action: said.action, subject: said.subject });
  return { ...inbound, said: { ...read.said, messageId: said.messageId } };
}

function scenarioOf(name: string): Scenario {
  const file = join('examples', `${name}.scenario.yaml`);
  const open = (path: string) => {
    const named = join(dirname(file), path);
    return { file: named, text: readFileSync(named, 'utf8') };
  };
  return readScenario({ file, text: readFileSync(file, 'utf8'), open });
}

/** The way out alone is told when asked for (STORIES=northwind,…); the whole way is in story.test.ts. */
const stories = process.env.STORIES?.split(',') ?? [];

describe('a rehearsal on Slack', () => {
  for (const name of stories)
    test(`${name}: the same words, and the same buttons work`, async () => {
      const scenario = scenarioOf(name);
      const complaints = createComplaints();
      const { summary } = await rehearse(scenario, openOnSlack(complaints));
      const plain = await rehearse(scenario, worldOpener(createComplaints()));
      expect(complaints.list).toEqual([]);
      expect(summary).toEqual(plain.summary);
      expect(pairs.length).toBeGreaterThan(20);
      expect(presses).toBeGreaterThan(0);
      for (const { rehearsed, shown, fallback } of pairs) {
        expect(shown).toBe(rehearsed);
        expect(fallback).toBe(rehearsed.length > 3_000 ? fallback : rehearsed);
      }
      expectQuiet();
    });

  test('in which everything has a hostile name: nothing live, nothing unfurls', async () => {
    const scenario = scenarioOf('lakeside-upgrade');
    const setup = withHostileNames(scenario.setup) as Scenario['setup'];
    await rehearse({ ...scenario, setup, expectations: [] }, openOnSlack(createComplaints()));
    expect(pairs.length).toBeGreaterThan(20);
    expectQuiet();
  });
});

/** Nothing that was posted mentions, links, hides a link or unfurls. */
function expectQuiet(): void {
  const posts = slack.callsOf('chat.postMessage');
  expect(posts.length).toBeGreaterThan(0);
  for (const { args } of [...posts, ...slack.callsOf('chat.update')]) {
    const blocks: unknown = JSON.parse(String(args.blocks));
    expect(liveIn(blocks)).toEqual([]);
    const inText = liveIn({ text: args.text }).filter(({ kind }) => /mention|masked/.test(kind));
    expect(inText).toEqual([]);
  }
  for (const { args } of posts) {
    expect([args.unfurl_links, args.unfurl_media]).toEqual(['false', 'false']);
  }
}

let turn = 0;

/** The same setup, in which every name is one of the hostile strings. */
function withHostileNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => withHostileNames(item));
  if (value instanceof Map || value instanceof Date) return value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== 'name' && key !== 'brief') return [key, withHostileNames(inner)];
      turn += 1;
      const words = (injections[turn * 3] ?? '').replaceAll('\u0000', '').slice(0, 150);
      // Numbered, for no two may have the same.
      return [key, `${words} ${turn}`];
    }),
  );
}
