import { second } from '../../../../src/shared/time.ts';
import { type Button, buttonsIn } from '../../../harness/slack/interactions.ts';
import { readBlocks } from '../../../harness/slack/read-blocks.ts';
import { bot } from '../../slack/front.ts';
import { cast, type Person } from '../northwind.ts';
import type {
  Abilities,
  OpenPlatform,
  PlatformUnderTest,
  Said,
  Shown,
  Told,
} from '../platform-under-test.ts';
import { openSlackDoor, type SlackDoor } from './door.ts';
import { channelOf, customerTeam, teamOf, userOf, vendorTeam } from './town.ts';
import { viewsIn } from './views.ts';
import { wordsIn } from './words.ts';

/** Payloads as Slack's documents show them, and its Web API as a fake over HTTP. */
export const slack: PlatformUnderTest = { name: 'Slack', lacks: {}, open };

async function open(): Promise<OpenPlatform> {
  const door = await openSlackDoor();
  const { slack: town, front, fixtures } = door;
  return {
    fixtures,
    ports: front.ports,
    complaints: front.complaints,
    ...wordsIn(door),
    ...viewsIn(door),
    presses: { 'a button of a message': (by, on, label) => press(door, { by, on, label }) },
    shown: async where =>
      shownIn(door, typeof where === 'string' ? channelOf(where) : door.directOf(where.person)),
    shortcuts: shortcutsIn(door),
    slash: {
      async command(by, place, text) {
        const { trigger_id } = door.actor(by);
        const about = { channel_id: channelOf(place), user_id: userOf(by), team_id: teamOf(by) };
        const payload = fixtures.replay('slash-command', { ...about, text, trigger_id });
        await door.hand('slash_commands', payload);
      },
    },
    places: placesIn(door),
    outages: { goDown: () => town.goDown(), comeBack: () => town.comeBack() },
    limits: {
      refuseNext: retryAfterSeconds => {
        const fault = { kind: 'rate-limited', method: 'chat.postMessage', times: 1 } as const;
        town.faults.set({ ...fault, retryAfterSeconds });
      },
      asked: () => town.callsOf('chat.postMessage').length,
    },
    pass: door.pass,
    close: door.close,
  };
}

/** Our messages in a channel as people see them. */
function shownIn(door: SlackDoor, channel: string): Shown[] {
  const ours = door.slack.messages.in(channel).filter(({ user }) => user === bot);
  return ours.map(({ ts, blocks, threadTs }) => ({
    id: `${channel}/${ts}`,
    words: readBlocks(blocks),
    buttons: buttonsIn(blocks).map(({ label }) => label),
    threadOf: threadTs,
  }));
}

interface Pressed {
  readonly by: Person;
  readonly on: Shown;
  readonly label: string;
}

async function press(door: SlackDoor, { by, on, label }: Pressed): Promise<Told> {
  const { channel, ts, text, blocks, threadTs } = door.messageOf(on);
  const isMeant = (button: Button) => button.label === label;
  const button = buttonsIn(blocks).findLast(isMeant);
  if (!button) throw new Error(`There is no button "${label}" on: ${on.words}`);
  const fixture = threadTs ? 'block-actions-thread' : 'block-actions-message';
  const thread = threadTs ? { thread_ts: threadTs } : {};
  const payload = door.fixtures.replay(fixture, {
    ...door.actor(by),
    container: { message_ts: ts, channel_id: channel, ...thread },
    channel: { id: channel },
    message: { ts, text, blocks, ...thread },
    actions: [door.action(button)],
  });
  await door.hand('interactive', payload);
  return door.again('interactive', payload);
}

function shortcutsIn(door: SlackDoor): Abilities['shortcuts'] {
  async function pick(by: Person, id: string, on: Said): Promise<Told> {
    const { id: ts, by: author, place, text } = on;
    const change = {
      ...door.actor(by),
      callback_id: id,
      action_ts: door.slack.messages.nextTs(),
      message_ts: ts,
      channel: { id: channelOf(place) },
      message: { user: userOf(author), team: teamOf(author), ts },
    };
    const words = { 'the totals look odd': text };
    const payload = door.fixtures.replay('message-shortcut', change, words);
    await door.hand('interactive', payload);
    return door.again('interactive', payload);
  }
  return {
    pick,
    async publish(by, on) {
      await pick(by, 'handrail_publish', on);
      await door.pass(3 * second);
      const shown = shownIn(door, door.directOf(by)).at(-1);
      const [label] = shown?.buttons ?? [];
      if (!shown || !label) throw new Error('Nothing was shown before it is published.');
      const confirm = async () => void (await press(door, { by, on: shown, label }));
      return { words: shown.words, confirm };
    },
  };
}

function placesIn(door: SlackDoor): Abilities['places'] {
  let count = 0;
  return {
    async arrive(by) {
      count += 1;
      const channel = `C0FRESH${count}`;
      const members = [bot, userOf(by), userOf(cast.lead)];
      door.slack.directory.addChannel(channel, vendorTeam, { members, connected: [customerTeam] });
      const event = { channel, user: bot, team: vendorTeam, inviter: userOf(by) };
      await door.hand('events_api', door.event('member-joined-channel', event));
      return channel;
    },
    async leave(by, place) {
      const channel = channelOf(place);
      door.slack.directory.channels.get(channel)?.members.delete(bot);
      const event = { channel, actor_id: userOf(by) };
      await door.hand('events_api', door.event('channel-left', event));
    },
    channelOf,
  };
}
