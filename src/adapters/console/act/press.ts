import { z } from 'zod';
import { pressButton } from '../../../conversation/presses/press-button.ts';
import { sendReplies } from '../../../conversation/replies/send-replies.ts';
import { respond } from '../../../conversation/respond.ts';
import { actionIds } from '../../../delivery/card.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { aloneWith } from './alone-with.ts';
import type { Doing } from './doing.ts';
import { isAnsweredHere } from './say-words.ts';

const wish = z.object({
  message: z.string().max(200),
  action: z.enum(actionIds),
  subject: z.string().max(300),
  back: z.string().max(500),
});

/**
 * Presses a button of a message that was sent to this person, as they would in chat: the message must be theirs and
 * must offer it. Returns where the answers are read, or where they came from when there is nothing to read.
 */
export async function press({ ports, session, body }: Doing): Promise<string> {
  const { message, action, subject, back } = readForm(wish, body);
  const said = ports.random.id();
  const turn = aloneWith(session.person, said);
  const isAnswered = await ports.database.trip(async trip => {
    const pressed = { kind: 'press', messageId: message, action, subject } as const;
    const replies = await pressButton(trip, turn, { press: pressed, respond });
    await sendReplies(trip, turn, replies);
    return isAnsweredHere(replies);
  });
  if (isAnswered) return `/console/said/${said}`;
  return doneAt(/^\/console(?:[/?#]|$)/.test(back) ? back : '/console', 'pressed');
}
