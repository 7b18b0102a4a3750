import { bot } from '../../slack/front.ts';
import type { OtherWords, Payload } from '../fixture.ts';
import type { Person } from '../northwind.ts';
import type { Abilities, OpenPlatform, Place, Said } from '../platform-under-test.ts';
import type { SlackDoor } from './door.ts';
import { channelOf, teamOf, userOf } from './town.ts';

type Words = Pick<OpenPlatform, 'say' | 'mention' | 'tell'> &
  Pick<Abilities, 'threads' | 'edits' | 'quotes' | 'pins' | 'likes'>;

/** A message before Slack keeps it. */
interface Draft {
  readonly by: Person;
  readonly place: Place;
  readonly text: string;
  readonly threadTs?: string;
}

/** The fixtures' question. */
const question = "what's happening now?";

/** What people write in Slack, and what they do with what was written. */
export function wordsIn(door: SlackDoor): Words {
  const { slack } = door;

  /** Kept in Slack, and told by each of these fixtures in our words. */
  async function write(
    { by, place, text, threadTs }: Draft,
    fixtures: readonly string[],
    words: OtherWords,
  ): Promise<Said> {
    const channel = channelOf(place);
    const kept = { channel, user: userOf(by), text, threadTs: threadTs ?? null };
    const { ts } = slack.messages.add(kept);
    const about = { channel, ts, event_ts: ts, client_msg_id: `client-${ts}` };
    const thread = threadTs ? { thread_ts: threadTs } : {};
    const event = { ...authorOf(by), ...about, ...thread };
    const told = fixtures.map(fixture => door.event(fixture, event, words));
    await door.hand('events_api', ...told);
    return { id: ts, by, place, text };
  }

  /** The fields that say who wrote in a channel of several workspaces. */
  function authorOf(by: Person): Payload {
    const [user, team] = [userOf(by), teamOf(by)];
    const name = slack.directory.users.get(user)?.name ?? '';
    const profile = { first_name: name, real_name: name, display_name: name, team, name };
    return { user, team, user_team: team, source_team: team, user_profile: profile };
  }

  return {
    say: (by, place, text) => write({ by, place, text }, ['message'], { [question]: text }),
    // Slack tells of a mention twice: as a mention, and as a message.
    mention: (by, place, text) => {
      const draft = { by, place, text: `<@${bot}> ${text}` };
      return write(draft, ['app-mention', 'message-with-mention'], { [question]: text });
    },
    async tell(by, text) {
      const channel = door.directOf(by);
      const [user, team] = [userOf(by), teamOf(by)];
      const { ts } = slack.messages.add({ channel, user, text });
      const about = { channel, ts, event_ts: ts, client_msg_id: `client-${ts}` };
      const event = { user, team, ...about };
      const told = door.event('direct-message', event, { 'brief northwind': text });
      await door.hand('events_api', told);
    },
    threads: {
      reply: (by, { place, id }, text) => {
        const draft = { by, place, text, threadTs: id };
        return write(draft, ['thread-reply'], { 'who is on duty?': text });
      },
    },
    edits: {
      async edit({ id: ts, by, place, text: before }, after) {
        const [user, team] = [userOf(by), teamOf(by)];
        const author = { user, team, user_team: team, source_team: team, ts };
        const edited = { user, ts: slack.messages.nextTs() };
        const moment = { channel: channelOf(place), ts: edited.ts, event_ts: edited.ts };
        const event = { ...moment, message: { ...author, edited }, previous_message: author };
        const words = { "what's happening now, please?": after, [question]: before };
        await door.hand('events_api', door.event('message-changed', event, words));
      },
    },
    quotes: {
      ways: {
        'behind a ">"': (by, place, { quoted, text }) => {
          const words = { 'the ledger is down': quoted, 'thank you': text };
          return write({ by, place, text }, ['message-with-quote'], words);
        },
      },
      apart: ['behind a ">"'],
    },
    pins: {
      async pin(by, { id: ts, place, by: author }) {
        const item = { channel: channelOf(place), ts };
        const event = { user: userOf(by), item, item_user: userOf(author) };
        const payload = door.event('reaction-added', event);
        await door.hand('events_api', payload);
        return door.again('events_api', payload);
      },
    },
    likes: {
      async like(by, on) {
        const { channel, ts } = door.messageOf(on);
        const about = { user: userOf(by), reaction: '+1', item: { channel, ts }, item_user: bot };
        await door.hand('events_api', door.event('reaction-added', about));
      },
    },
  };
}
