import { z } from 'zod';
import { tidyWords } from '../../../conversation/arrival/inbound.ts';
import type { Turn } from '../../../conversation/arrival/turn.ts';
import { sendReplies } from '../../../conversation/replies/send-replies.ts';
import { respond } from '../../../conversation/respond.ts';
import { readForm } from '../door/forms.ts';
import { saidAs } from '../look/list-answers.ts';
import type { Doing } from './doing.ts';

const words = z.object({ text: z.string().trim().min(1).max(2_000) });

/**
 * Says something to Handrail in the name of whoever sent the form, as if they had written it where they are alone with
 * it: the same desk answers, in chat as well, where the buttons are. Returns where the answers are read.
 */
export async function say({ ports, session, body }: Doing): Promise<string> {
  const { text } = readForm(words, body);
  const said = ports.random.id();
  const { person } = session;
  const turn: Turn = {
    inboxId: saidAs(said),
    actor: person,
    seat: { kind: 'direct', person },
    isMentioned: true,
    isAddressed: true,
    isHushed: false,
    isQuiet: false,
    isLetter: false,
    threadOf: null,
    ownThread: null,
  };
  await ports.database.trip(async trip => {
    const utterance = { text: tidyWords(text), intent: null };
    await sendReplies(trip, turn, await respond(trip, turn, utterance));
  });
  return `/console/said/${said}`;
}
