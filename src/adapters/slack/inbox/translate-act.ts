import { homeView, type Inbound, type Sign } from '../../../conversation/arrival/inbound.ts';
import { isShortcutId, messageShortcuts } from '../../../conversation/arrival/shortcut.ts';
import type {
  BlockActions,
  MessageShortcut,
  ReactionEvent,
  SlashCommand,
} from '../gate/payloads.ts';
import { actionFrom } from '../render/action-id.ts';
import type { Installation } from '../workspace/installation.ts';
import { instantOf, isDirectChannel, refOf, slackPlatform } from '../workspace/platform.ts';
import { explainedEmoji } from './emoji.ts';
import { wordsFrom } from './slack-words.ts';

type From = Inbound['from'];
type In = Inbound['in'];

/** A channel as a place; null for a talk with one person. */
export function placeOf({ workspace }: Installation, channel: string | null | undefined): In {
  if (!channel || isDirectChannel(channel)) return null;
  return { platform: slackPlatform, workspace, channel };
}

/** A button of ours, in a message or on Home, as a press; null for anything else that can be touched. */
export function translatePress(
  body: BlockActions,
  installation: Installation,
  from: From,
): Inbound | null {
  const [act] = body.actions;
  const action = actionFrom(act?.action_id ?? '');
  if (!act || !action) return null;
  const isHome = body.view?.type === 'home';
  const channel = body.channel?.id ?? body.container?.channel_id;
  const ts = body.container?.message_ts ?? body.message?.ts;
  if (!isHome && !(channel && ts)) return null;
  const thread = body.message?.thread_ts ?? body.container?.thread_ts;
  const isInThread = thread && thread !== ts;
  return {
    id: `slack:press:${from.workspace}:${from.user}:${act.action_ts ?? ''}:${act.action_id}`,
    from,
    in: isHome ? null : placeOf(installation, channel),
    addressed: true,
    threadOf: !isHome && isInThread ? refOf(channel ?? '', thread) : null,
    said: {
      kind: 'press',
      action,
      subject: act.value ?? '',
      messageId: isHome ? homeView : refOf(channel ?? '', ts ?? ''),
    },
  };
}

/** `/handrail words`: answered to the speaker alone. */
export function translateCommand(
  body: SlashCommand,
  installation: Installation,
  { from, names }: { from: From; names: ReadonlyMap<string, string> },
): Inbound {
  const { botUserId } = installation;
  const { text } = wordsFrom(body.text ?? '', { botUserId, botName: null, names });
  return {
    id: `slack:command:${body.trigger_id}`,
    from,
    in: placeOf(installation, body.channel_id),
    addressed: true,
    quietly: true,
    threadOf: null,
    said: { kind: 'text', text: text === '' ? 'help' : text },
  };
}

/** A message shortcut as a command about its message; null for one that is not ours. */
export function translateShortcut(
  body: MessageShortcut,
  installation: Installation,
  { from, author, names }: { from: From; author: From | null; names: ReadonlyMap<string, string> },
): Inbound | null {
  const { callback_id: picked, message, channel } = body;
  if (!isShortcutId(picked)) return null;
  const { botUserId } = installation;
  const emoji = explainedEmoji(message.blocks);
  const { text } = wordsFrom(message.text ?? '', { botUserId, botName: null, names, emoji });
  return {
    id: `slack:shortcut:${body.trigger_id}`,
    from,
    in: placeOf(installation, channel.id),
    addressed: true,
    quietly: true,
    threadOf: null,
    said: {
      kind: 'command',
      command: messageShortcuts[picked],
      words: '',
      about: {
        ref: refOf(channel.id, message.ts),
        text: text === '' ? null : text,
        at: instantOf(message.ts),
        author: author && accountOf(author),
      },
    },
  };
}

function accountOf({ platform, workspace, user }: From) {
  return { platform, workspace, user };
}

/** The pin emoji on a message: "log this". */
export function translateReaction(
  { item, reaction, user }: ReactionEvent,
  installation: Installation,
  { from, author }: { from: From; author: From | null },
): Inbound | null {
  if (item.type !== 'message' || !item.channel || !item.ts) return null;
  const ref = refOf(item.channel, item.ts);
  return {
    // Taking the emoji off and putting it on again says nothing new.
    id: `slack:pin:${user}:${reaction}:${ref}`,
    from,
    in: placeOf(installation, item.channel),
    addressed: true,
    quietly: true,
    threadOf: null,
    said: {
      kind: 'command',
      command: 'log',
      words: '',
      about: { ref, text: null, at: instantOf(item.ts), author: author && accountOf(author) },
    },
  };
}

/** An emoji that means something to us on a message. */
export function translateSign(
  { item, user, event_ts: signedAt }: ReactionEvent,
  installation: Installation,
  { from, sign }: { from: From; sign: Sign },
): Inbound | null {
  if (item.type !== 'message' || !item.channel || !item.ts) return null;
  const ref = refOf(item.channel, item.ts);
  return {
    id: `slack:${sign}:${user}:${ref}`,
    from,
    in: placeOf(installation, item.channel),
    addressed: true,
    threadOf: null,
    saidAt: signedAt ? instantOf(signedAt) : null,
    said: { kind: 'sign', sign, ref },
  };
}
