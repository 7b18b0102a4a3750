import { tidyWords } from '../../../conversation/arrival/inbound.ts';
import type { Reply } from '../../../conversation/replies/reply.ts';
import { sendReplies } from '../../../conversation/replies/send-replies.ts';
import { respond } from '../../../conversation/respond.ts';
import { aloneWith } from './alone-with.ts';
import type { Doing } from './doing.ts';
import { keepSaid } from './keep-said.ts';

/**
 * Says something to Handrail in somebody's name, as if they had written it where they are alone with it: the same
 * desk answers, in chat as well. Returns where the answers are read; null when nothing was answered here.
 */
export async function sayWords({ ports, session }: Doing, text: string): Promise<string | null> {
  const said = ports.random.id();
  const turn = aloneWith(session.person, said);
  const replies = await ports.database.trip(async trip => {
    const heard = await respond(trip, turn, { text: tidyWords(text), intent: null });
    await sendReplies(trip, turn, heard);
    await keepSaid(trip, said, { from: session.person.id, text });
    return heard;
  });
  return isAnsweredHere(replies) ? `/console/said/${said}` : null;
}

/** Is one of these read where it was asked for, and under no key of its own? */
export function isAnsweredHere(replies: readonly Reply[]): boolean {
  return replies.some(({ key, to }) => key === undefined && to === undefined);
}
