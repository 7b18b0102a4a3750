import { createHash } from 'node:crypto';
import { receive } from '../../api/receive.ts';
import { inboundOf, messageId } from './handle-message.ts';
import { readPerson } from './read-person.ts';
import { readWords } from './read-words.ts';
import type { TeamsContext } from './teams-context.ts';
import type { TeamsTurn } from './teams-turn.ts';

/** Somebody rewrote a message. It is written down beside the first words, which tell whether it adds anything. */
export async function handleEdit(context: TeamsContext, turn: TeamsTurn): Promise<void> {
  const { activity } = turn;
  const from = await readPerson(context, turn);
  const { text, isMention } = readWords(activity);
  if (!from || !activity.id || text === '') return;
  // Teams gives an edit no id of its own: the same words of the same message are the same edit.
  const words = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const id = `${messageId(turn, activity.id)}:edited:${words}`;
  await receive(context, { ...inboundOf(turn, { id, from, text, isMention }), edited: true });
}
