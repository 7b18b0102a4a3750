import type { Found, Limit, Outgoing, Sent, Surface } from '../../../delivery/surface.ts';
import type { Clock } from '../../../shared/clock.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { minute, second } from '../../../shared/time.ts';
import { renderCard } from '../render/render-card.ts';
import type { Installation, Installations } from '../workspace/installation.ts';
import { refFrom, refOf, slackPlatform } from '../workspace/platform.ts';
import { type CallOutcome, type CallSlack, createCallSlack } from './call-slack.ts';
import { findPosted, metadataType, notAnswered } from './find-posted.ts';
import { createPictures, type Pictures } from './pictures.ts';

export interface SlackSurfaceParts {
  readonly installations: Installations;
  /** Another Slack than the real one, in tests. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Parts extends SlackSurfaceParts {
  readonly call: CallSlack;
  readonly pictures: Pictures;
}

/**
 * "One message per second per channel, short bursts tolerated" and "several hundred messages per minute" in
 * a workspace: docs.slack.dev/apis/web-api/rate-limits. How short a burst may be is not published, so we stay
 * at three; a 429 corrects us where that is too many.
 */
export const slackLimits: readonly Limit[] = [
  { calls: 3, withinMilliseconds: 3 * second, per: 'address' },
  { calls: 300, withinMilliseconds: minute, per: 'workspace' },
];

/** Slack: says and changes messages, each in one try, and finds a message again whose answer was lost. */
export function createSlackSurface(given: SlackSurfaceParts): Surface {
  const call = createCallSlack(given);
  const parts: Parts = { ...given, call, pictures: createPictures({ ...given, call }) };
  return {
    platform: slackPlatform,
    limits: slackLimits,
    send: message => send(parts, message),
    edit: (message, ref) => edit(parts, message, ref),
    find: message => find(parts, message),
  };
}

async function send(parts: Parts, message: Outgoing): Promise<Sent> {
  const installation = await reach(parts, message);
  if ('outcome' in installation) return installation;
  const threadTs = threadIn(message);
  const called = await say(parts, { message, installation }, 'chat.postMessage', {
    // A person's id stands for the direct conversation with them.
    channel: message.address.id,
    ...(threadTs && { thread_ts: threadTs }),
    unfurl_links: false,
    unfurl_media: false,
    // What is sent is final: Slack looks for no names in it, and formats nothing in the text for notifications.
    parse: 'none',
    link_names: false,
    mrkdwn: false,
    metadata: { event_type: metadataType, event_payload: { key: message.messageId } },
  });
  if (called.outcome !== 'answered') return called;
  const { channel, ts } = called.answer;
  if (typeof channel === 'string' && typeof ts === 'string') {
    return { outcome: 'sent', ref: refOf(channel, ts) };
  }
  return { outcome: 'unknown', detail: 'Slack did not say which message it made.' };
}

async function edit(parts: Parts, message: Outgoing, ref: string): Promise<Sent> {
  const known = refFrom(ref);
  if (!known) return { outcome: 'refused', detail: 'Slack never said which message it made.' };
  const installation = await reach(parts, message);
  if ('outcome' in installation) return installation;
  const { address } = message;
  const called = await say(parts, { message, installation }, 'chat.update', {
    // A channel that goes on under another id keeps its messages.
    channel: address.kind === 'place' ? address.id : known.channel,
    ts: known.ts,
    parse: 'none',
    link_names: false,
  });
  return called.outcome === 'answered' ? { outcome: 'sent', ref } : called;
}

async function find(parts: Parts, message: Outgoing): Promise<Found> {
  const installation = await reach(parts, message);
  if ('outcome' in installation)
    return installation.outcome === 'retry' ? { later: installation } : undefined;
  const call = calling(parts, installation);
  const threadTs = threadIn(message);
  const { address } = message;
  if (address.kind === 'place') return findPosted(call, message, { channel: address.id, threadTs });
  const opened = await call('conversations.open', { users: address.id });
  if (opened.outcome !== 'answered') return notAnswered(opened);
  const { channel } = opened.answer;
  const id = typeof channel === 'object' && channel !== null ? Reflect.get(channel, 'id') : null;
  return typeof id === 'string' ? findPosted(call, message, { channel: id, threadTs }) : undefined;
}

interface Saying {
  readonly message: Outgoing;
  readonly installation: Installation;
}

/**
 * Makes the call with the card in it. A picture that Slack has not looked through yet is refused with its message, so the
 * message is tried again a moment later; what has no picture in the end is said in words.
 */
async function say(
  parts: Parts,
  { message, installation }: Saying,
  ...[method, args]: Parameters<ReturnType<typeof calling>>
): Promise<CallOutcome> {
  const { card, timeZone, isRepeat, mentions } = message;
  const picture = await parts.pictures.fileFor(message, installation);
  const call = calling(parts, installation, message.mayLeave);
  const showing = { timeZone, isRepeat, mentions, now: parts.clock.now() };
  const called = await call(method, { ...args, ...renderCard(card, { ...showing, picture }) });
  if (!picture || called.outcome !== 'refused' || called.rejects !== 'blocks') return called;
  if (parts.pictures.mayTryAgain(message))
    return { outcome: 'retry', detail: 'Slack is still looking through the picture.' };
  return call(method, { ...args, ...renderCard(card, showing) });
}

/** The thread it answers in, when that is in the same conversation: another channel's means nothing here. */
function threadIn({ threadOf, address }: Outgoing): string | null {
  const thread = threadOf === null ? null : refFrom(threadOf);
  if (!thread) return null;
  return address.kind === 'person' || thread.channel === address.id ? thread.ts : null;
}

/** Calls with this installation's token. One that Slack no longer takes is not kept in memory: there may be a newer. */
function calling(
  { call, installations, logger }: Parts,
  installation: Installation,
  mayLeave?: Outgoing['mayLeave'],
) {
  return async (method: string, args: Readonly<Record<string, unknown>>): Promise<CallOutcome> => {
    const { token } = installation;
    const called = await call({ method, token, args, ...(mayLeave && { mayLeave }) });
    if ('isTokenBad' in called && called.isTokenBad) {
      const { workspace } = installation;
      logger.error({ workspace, method, cause: called.detail }, 'Slack refuses our token');
      installations.forget();
    }
    return called;
  };
}

/**
 * The installation that reaches this address. A customer's own workspace has none: its people are reached
 * through ours. Nothing has been said yet, so a failure to look may be repeated.
 */
async function reach(
  { installations }: Parts,
  { address }: Outgoing,
): Promise<Installation | Exclude<Sent, { outcome: 'sent' }>> {
  try {
    const own = await installations.find(address.workspace);
    if (own) return own;
    const [first, second] = await installations.list();
    if (!first) return { outcome: 'retry', detail: 'No Slack workspace is connected yet.' };
    if (address.kind === 'person' || !second) return first;
    const detail = `Handrail is not installed in the Slack workspace ${address.workspace}.`;
    return { outcome: 'refused', detail };
  } catch (error) {
    return { outcome: 'retry', detail: messageOf(error) };
  }
}
