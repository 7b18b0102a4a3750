import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { MessageEvent } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { instantOf, isDirectChannel, refOf, slackPlatform } from '../workspace/platform.ts';
import { explainedEmoji } from './emoji.ts';
import { wordsFrom } from './slack-words.ts';

/** What has been looked up about a message. */
export interface MessageFacts {
  readonly from: Inbound['from'];
  readonly names: ReadonlyMap<string, string>;
  readonly botName: string | null;
}

/** Messages that a person has just written. Edits, deletions, joins and the like are nothing said to anybody. */
const spoken = [undefined, null, 'file_share', 'thread_broadcast', 'me_message'];

/** Slack's own reminders come from this user. */
const slackbot = 'USLACKBOT';

/** True when a person may have said it, and it is not one of our own. What comes through an app may still be a bot's. */
export function isSpoken(event: MessageEvent, { botUserId }: Installation): boolean {
  const { user, hidden, subtype } = event;
  if (hidden || !user || user === botUserId || user === slackbot) return false;
  return spoken.some(each => each === subtype);
}

/** A message in its new words, and when it got them. */
export interface Edit {
  readonly event: MessageEvent;
  readonly editedTs: string;
}

/** Whoever rewrites a message of the day before yesterday tidies up. */
const longestSeconds = 24 * 60 * 60;

/** The message that somebody rewrote; null when the event tells of something else, as of a link that Slack has looked up. */
export function editIn({ subtype, message, ...event }: MessageEvent): Edit | null {
  const editedTs = message?.edited?.ts;
  if (subtype !== 'message_changed' || !message || !editedTs) return null;
  if (Number(editedTs) - Number(message.ts) > longestSeconds) return null;
  return { event: { ...event, ...message, hidden: false, subtype: null, message: null }, editedTs };
}

/**
 * A message as something said. A mention comes twice, as `message` and as `app_mention`, with two event ids and
 * in any order: both have the same id here, which is where it stands. Null when there are no words in it.
 */
export function translateMessage(
  event: MessageEvent,
  installation: Installation,
  { from, names, botName }: MessageFacts,
): Inbound | null {
  const { botUserId, workspace } = installation;
  const { text, isMentioned } = wordsFrom(event.text ?? '', {
    botUserId,
    botName,
    names,
    emoji: explainedEmoji(event.blocks),
  });
  const isDirect = event.channel_type === 'im' || isDirectChannel(event.channel);
  const isAddressed = isDirect || isMentioned || event.type === 'app_mention';
  if (text === '' && !isMentioned) return null;
  const ref = refOf(event.channel, event.ts);
  const isInThread = event.thread_ts && event.thread_ts !== event.ts;
  return {
    id: `slack:message:${workspace}:${ref}`,
    from,
    in: isDirect ? null : { platform: slackPlatform, workspace, channel: event.channel },
    addressed: isAddressed,
    threadOf: isInThread ? refOf(event.channel, event.thread_ts ?? '') : null,
    ref,
    saidAt: instantOf(event.ts),
    // Called by name and nothing else: they want to know what can be said.
    said: { kind: 'text', text: text === '' ? 'help' : text },
  };
}
