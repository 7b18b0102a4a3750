import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { formNames } from '../../../conversation/forms/form.ts';
import { receive } from '../../api/receive.ts';
import type { AdaptiveCard } from '../render/adaptive-card.ts';
import { type From, readPerson } from './read-person.ts';
import { readWords } from './read-words.ts';
import { loadHomeCard, loadOpener } from './show-home.ts';
import type { TeamsContext } from './teams-context.ts';
import { placeOf, refHere, type TeamsTurn, teamsPlatform, threadHere } from './teams-turn.ts';

/**
 * Somebody wrote something. "home" and "cadence" alone are answered at once with a card to show, for whoever has
 * one; everything else is written down, and there is nothing to show.
 */
export async function handleMessage(
  context: TeamsContext,
  turn: TeamsTurn,
): Promise<AdaptiveCard | null> {
  const { activity, kind } = turn;
  const from = await readPerson(context, turn);
  if (!from || !activity.id) return null;
  suspectReaders(context, turn, from);
  const words = readWords(activity);
  // Whoever only names us wants something; whoever only sends a picture does not speak to us.
  const text = words.text === '' && words.isMention ? 'hello' : words.text;
  if (text === '') return null;
  const id = messageId(turn, activity.id);
  const card = kind === 'personal' ? await loadCard(context, from, text) : null;
  if (card) return (await isNoted(context, id)) ? card : null;
  const inbound = inboundOf(turn, { id, from, text, isMention: words.isMention });
  await receive(context, { ...inbound, saidAt: activity.timestamp?.toISOString() ?? null });
  return null;
}

/** Somebody of another company speaks where we may have thought that only colleagues read. */
function suspectReaders({ sightings }: TeamsContext, turn: TeamsTurn, from: From): void {
  if (from.workspace === turn.tenant && from.profile?.isGuest !== true) return;
  const { tenant: workspace, conversation: id } = turn;
  sightings.suspect({ platform: teamsPlatform, workspace, id, kind: 'place' });
}

/** Words as something said, and by whom. */
export interface SaidWords {
  readonly id: string;
  readonly from: From;
  readonly text: string;
  readonly isMention: boolean;
}

/** What was said in this turn, as the rest of the house takes it. */
export function inboundOf(turn: TeamsTurn, { id, from, text, isMention }: SaidWords): Inbound {
  return {
    id,
    from,
    in: placeOf(turn),
    addressed: turn.kind === 'personal' || isMention,
    threadOf: threadHere(turn),
    ref: refHere(turn, turn.activity.id ?? ''),
    said: { kind: 'text', text },
  };
}

/** The id under which this message is written down. */
export function messageId({ tenant, conversation }: TeamsTurn, activity: string): string {
  return `teams:message:${tenant}:${conversation}:${activity}`;
}

/** The home, or the card that opens a form; null for any other words, and for whoever has none. */
async function loadCard(
  context: TeamsContext,
  from: From,
  text: string,
): Promise<AdaptiveCard | null> {
  const word = text.toLowerCase().replace(/[.!?\s]+$/, '');
  if (word === 'home' || word === 'hello') return loadHomeCard(context, from);
  const name = formNames.find(form => form === word);
  return name ? loadOpener(context, from, name) : null;
}

/** Remembers that this was seen; false when it was before. A look changes nothing, so no engine needs to know. */
export async function isNoted(
  { ports }: Pick<TeamsContext, 'ports'>,
  id: string,
): Promise<boolean> {
  const { count } = await ports.database.trip(({ tx, now }) =>
    tx.inbox.createMany({
      data: [{ id, payload: {}, state: 'handled', receivedAt: now, handledAt: now }],
      skipDuplicates: true,
    }),
  );
  return count === 1;
}
