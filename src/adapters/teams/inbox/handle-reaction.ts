import { receive } from '../../api/receive.ts';
import { readPerson } from './read-person.ts';
import type { TeamsContext } from './teams-context.ts';
import { placeOf, refHere, type TeamsTurn } from './teams-turn.ts';

/** How Teams writes the pushpin: "1f4cc_pushpin", or its plain name. */
const pin = /(^|_)(pushpin|1f4cc)(_|$)/i;

/** A pushpin on a message: "log this". Teams tells of reactions to our own messages, and of no others. */
export async function handleReaction(context: TeamsContext, turn: TeamsTurn): Promise<void> {
  const { reactionsAdded, replyToId } = turn.activity;
  if (!replyToId || !(reactionsAdded ?? []).some(({ type }) => pin.test(type) || type === '📌'))
    return;
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
