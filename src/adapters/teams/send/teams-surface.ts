import type { Outgoing, Sent, Surface } from '../../../delivery/surface.ts';
import { messageOf, unreachable } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { hour, second } from '../../../shared/time.ts';
import { drawPicture } from '../../drawings/draw-picture.ts';
import { refFrom, refOf, threadOf } from '../account/activity-ref.ts';
import { type ConnectorCall, callConnector } from '../account/call-connector.ts';
import type { TeamsDestination } from '../account/find-conversation.ts';
import { mentionsIn } from '../render/mentions-in.ts';
import { type MessageView, messageActivity } from '../render/message-activity.ts';
import { type ConnectorVerdict, classifyAnswer } from './classify-answer.ts';
import { type ReachParts, reachAddress, refused } from './reach-address.ts';

export interface TeamsSurfaceParts extends ReachParts {
  readonly logger: Logger;
  /** The longest one message may take; five seconds when left out, so that a claim's lease never ends under it. */
  readonly patienceMilliseconds?: number;
}

/** Microsoft's limits for one bot in one conversation, and for one app in one tenant. */
export const teamsLimits: NonNullable<Surface['limits']> = [
  { calls: 7, withinMilliseconds: second, per: 'address' },
  { calls: 8, withinMilliseconds: 2 * second, per: 'address' },
  { calls: 60, withinMilliseconds: 30 * second, per: 'address' },
  { calls: 1_800, withinMilliseconds: hour, per: 'address' },
  { calls: 30, withinMilliseconds: second, per: 'workspace' },
];

/** What is tried when Teams finds a message too large by its own measure. */
const smallBytes = 16 * 1024;

/** Microsoft Teams. It cannot be asked what was said, so a lost response stays lost. */
export function createTeamsSurface(parts: TeamsSurfaceParts): Surface {
  const { patienceMilliseconds = 5 * second } = parts;
  const patience = () => AbortSignal.timeout(patienceMilliseconds);
  return {
    platform: 'teams',
    limits: teamsLimits,
    send: message => send(parts, message, patience()),
    edit: (message, ref) => edit(parts, { message, ref }, patience()),
    find: async () => undefined,
  };
}

async function send(
  parts: TeamsSurfaceParts,
  message: Outgoing,
  signal: AbortSignal,
): Promise<Sent> {
  const found = await reach(parts, message, signal);
  if ('outcome' in found) return found;
  const path = ['conversations', threadIn(found, message), 'activities'];
  const verdict = await say(parts, message, {
    method: 'POST',
    serviceUrl: found.serviceUrl,
    path,
    signal,
  });
  if (verdict.outcome !== 'sent') return sentFrom(parts, found, verdict);
  return {
    outcome: 'sent',
    ref: refOf({ conversation: found.conversation, activity: verdict.id }),
  };
}

/** Nothing is said before the way is known, so whatever goes wrong on it may be tried again. */
async function reach(
  parts: TeamsSurfaceParts,
  { address }: Outgoing,
  signal: AbortSignal,
): Promise<TeamsDestination | Sent> {
  try {
    return await reachAddress(parts, address, signal);
  } catch (error) {
    return { outcome: 'retry', detail: messageOf(error) };
  }
}

interface Change {
  readonly message: Outgoing;
  readonly ref: string;
}

async function edit(
  parts: TeamsSurfaceParts,
  { message, ref }: Change,
  signal: AbortSignal,
): Promise<Sent> {
  const known = refFrom(ref);
  if (!known)
    return refused('Teams never said what this message is called, so it cannot be changed.');
  const target = await reach(parts, message, signal);
  if ('outcome' in target) return target;
  const at = { ...target, conversation: known.conversation };
  const path = ['conversations', threadIn(at, message), 'activities', known.activity];
  const verdict = await say(parts, message, {
    method: 'PUT',
    serviceUrl: at.serviceUrl,
    path,
    signal,
  });
  return verdict.outcome === 'sent' ? { outcome: 'sent', ref } : sentFrom(parts, at, verdict);
}

/**
 * Makes the call. What is too large by Teams' own measure is said shorter and without its picture; what is refused with
 * people mentioned in it, or with a picture, is said without them.
 */
async function say(
  parts: TeamsSurfaceParts,
  message: Outgoing,
  call: Omit<ConnectorCall, 'body' | 'mayLeave'>,
): Promise<ConnectorVerdict> {
  const { clock, random } = parts.ports;
  const { mayLeave } = message;
  const png = await findPng(parts, message);
  const attempt = async (said: Outgoing, limits: Pick<MessageView, 'most' | 'png'>) => {
    const view = { now: clock.now(), nonce: random.id(), ...limits };
    const body = messageActivity(said, view);
    return classifyAnswer(
      await callConnector(parts, { ...call, body, mayLeave }),
      random.fraction(),
    );
  };
  const verdict = await attempt(message, { png });
  if (verdict.outcome === 'too-large') return attempt(message, { most: smallBytes });
  // Somebody whom Teams cannot notify there, or a picture it does not take, must not cost the message.
  const isPlain = mentionsIn(message.card, message.mentions).length === 0 && !png;
  if (verdict.outcome !== 'refused' || verdict.blocks || isPlain) return verdict;
  return attempt({ ...message, mentions: new Map() }, {});
}

/** The picture of a message, drawn; null where it has none, or where it cannot be drawn: its words are said. */
async function findPng({ logger }: TeamsSurfaceParts, { card }: Outgoing): Promise<Buffer | null> {
  if (!card.picture) return null;
  try {
    return await drawPicture(card.picture);
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'a picture is left out; its words are said');
    return null;
  }
}

/** The thread the message answers in; only when that is in this very conversation. */
function threadIn({ conversation }: TeamsDestination, message: Outgoing): string {
  const root = message.threadOf === null ? null : refFrom(message.threadOf);
  return root?.conversation === conversation ? threadOf(root) : conversation;
}

async function sentFrom(
  parts: TeamsSurfaceParts,
  { tenant, conversation }: TeamsDestination,
  verdict: Exclude<ConnectorVerdict, { outcome: 'sent' }>,
): Promise<Sent> {
  switch (verdict.outcome) {
    case 'refused':
      if (verdict.blocks) await block(parts, { tenant, conversation, why: verdict.blocks });
      return refused(verdict.detail);
    case 'too-large':
      return refused('Teams finds this message too large, even shortened.');
    case 'bad-token':
      return { outcome: 'retry', holds: 'workspace', detail: verdict.detail };
    case 'retry':
    case 'unknown':
      return verdict;
    default:
      return unreachable(verdict);
  }
}

interface Block {
  readonly tenant: string;
  readonly conversation: string;
  readonly why: string;
}

/** Nothing is tried there again until Teams tells us that the app was added. */
async function block(
  { ports, logger }: TeamsSurfaceParts,
  { why, ...where }: Block,
): Promise<void> {
  logger.warn({ ...where, why }, 'a Teams conversation takes nothing more from us');
  try {
    await ports.database.trip(({ tx, now }) =>
      tx.teamsConversation.updateMany({ where, data: { blocked: why, updatedAt: now } }),
    );
  } catch (error) {
    // The next message there finds out again.
    logger.error(
      { ...where, cause: messageOf(error) },
      'a blocked conversation was not written down',
    );
  }
}
