import type { Sign } from '../../../conversation/arrival/inbound.ts';
import { findHandEmoji } from '../../../customers/find-hand-emoji.ts';
import { isOneOf } from '../../../customers/hand-emoji.ts';
import { receive } from '../../api/receive.ts';
import { readPerson } from './read-person.ts';
import type { TeamsContext } from './teams-context.ts';
import { placeOf, refHere, type TeamsTurn } from './teams-turn.ts';

/** How Teams writes the pushpin: "1f4cc_pushpin", or its plain name. */
const pin = /(^|_)(pushpin|1f4cc)(_|$)/i;

/** And 🔇: "1f507_speakermuted". */
const mute = /(^|_)1f507(_|$)|^mute$/i;

/**
 * A pushpin on a message is "log this", 🔇 asks us to be quiet in its thread, and the customer's own emoji raises a hand.
 * Teams tells of reactions to our own messages, and of no others.
 */
export async function handleReaction(context: TeamsContext, turn: TeamsTurn): Promise<void> {
  const { reactionsAdded, replyToId } = turn.activity;
  const types = (reactionsAdded ?? []).map(({ type }) => type);
  if (!replyToId || types.length === 0) return;
  if (types.some(type => pin.test(type) || type === '📌'))
    return handlePin(context, turn, replyToId);
  const sign = await signOf(context, turn, types);
  if (sign) await handleSign(context, turn, { sign, replyToId });
}

async function signOf(
  { ports }: TeamsContext,
  turn: TeamsTurn,
  types: readonly string[],
): Promise<Sign | null> {
  if (types.some(type => mute.test(type) || type === '🔇')) return 'quiet';
  const place = placeOf(turn);
  const emoji = place ? await findHandEmoji(ports.database.client, place) : [];
  return types.some(type => isOneOf(emoji, type)) ? 'hand' : null;
}

async function handleSign(
  context: TeamsContext,
  turn: TeamsTurn,
  { sign, replyToId }: { sign: Sign; replyToId: string },
): Promise<void> {
  const from = await readPerson(context, turn);
  if (!from) return;
  const ref = refHere(turn, replyToId);
  await receive(context, {
    id: `teams:${sign}:${turn.tenant}:${from.user}:${ref}`,
    from,
    in: placeOf(turn),
    addressed: true,
    threadOf: null,
    saidAt: turn.activity.timestamp?.toISOString() ?? null,
    said: { kind: 'sign', sign, ref },
  });
}

async function handlePin(context: TeamsContext, turn: TeamsTurn, replyToId: string): Promise<void> {
  const from = await readPerson(context, turn);
  if (!from) return;
  const ref = refHere(turn, replyToId);
  await receive(context, {
    // Taking it off and putting it on again says nothing new.
    id: `teams:pin:${turn.tenant}:${from.user}:${ref}`,
    from,
    in: placeOf(turn),
    addressed: true,
    quietly: true,
    threadOf: null,
    said: { kind: 'command', command: 'log', words: '', about: { ref, text: null, author: null } },
  });
}
