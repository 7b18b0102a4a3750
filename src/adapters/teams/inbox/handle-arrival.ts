import type { AdaptiveCard } from '../render/adaptive-card.ts';
import { isNoted } from './handle-message.ts';
import { tellArrival } from './handle-place.ts';
import { type Acquaintance, findAcquaintance, noteConversation } from './note-conversation.ts';
import { readPerson } from './read-person.ts';
import { loadHomeCard } from './show-home.ts';
import type { TeamsContext } from './teams-context.ts';
import type { TeamsTurn } from './teams-turn.ts';

/** Being spoken to where we never were is how we learn that we are there. */
export async function meet(context: TeamsContext, turn: TeamsTurn): Promise<Acquaintance> {
  const acquaintance = await findAcquaintance(context, turn);
  if (acquaintance.isNew && turn.kind !== 'personal')
    await tellArrival(context, turn, acquaintance);
  await noteConversation(context, turn);
  return acquaintance;
}

/**
 * Teams says that we are somewhere. Whoever installs the app sees their home at once, and again when they install
 * it another time; null when there is nothing to show.
 */
export async function handleArrival(
  context: TeamsContext,
  turn: TeamsTurn,
): Promise<AdaptiveCard | null> {
  const { isNew, coming } = await meet(context, turn);
  if (!isNew || turn.kind !== 'personal') return null;
  const from = await readPerson(context, turn);
  const card = from && (await loadHomeCard(context, from));
  if (!card) return null;
  const id = `teams:home:${turn.tenant}:${turn.conversation}:${coming}`;
  return (await isNoted(context, id)) ? card : null;
}
