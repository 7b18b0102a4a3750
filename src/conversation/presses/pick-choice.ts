import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { intents } from '../../understanding/intent.ts';
import { questionIdOf, type Turn, voiceOf } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import { optionAt } from '../choices/open-question.ts';
import { privateNote, type Reply } from '../replies/reply.ts';

/** Answers words as they would be answered if they had just been said. */
export type Respond = (trip: Trip, turn: Turn, utterance: Utterance) => Promise<Reply[]>;

export interface Picked {
  /** The number of the choice as shown, from "1". */
  readonly picked: string;
  /** What the button said. */
  readonly label: string;
  readonly messageKey: string;
  readonly respond: Respond;
}

/** One of the choices we gave was picked: as if its words had been said, with what we know they mean. */
export async function pickChoice(
  trip: Trip,
  turn: Turn,
  { picked, label, messageKey, respond }: Picked,
): Promise<Reply[]> {
  const id = questionIdOf(turn);
  const question = await trip.tx.openQuestion.findUnique({ where: { id } });
  const option =
    question && question.expiresAt > trip.now ? optionAt(question.data, picked, messageKey) : null;
  if (!option) return pickLate(trip, turn, { label, respond });
  await trip.tx.openQuestion.delete({ where: { id } });
  const intent = intents.find(known => known === option.intent) ?? null;
  return respond(
    trip,
    { ...turn, isAddressed: true, isMentioned: true },
    { text: option.says, intent, about: option.about },
  );
}

/**
 * The question is closed, or was somebody else's. One of ours types it again; a customer's press is heard as
 * the words on the button, because nobody who asks is left without an answer.
 */
async function pickLate(
  trip: Trip,
  turn: Turn,
  { label, respond }: Pick<Picked, 'label' | 'respond'>,
): Promise<Reply[]> {
  if (voiceOf(turn) !== 'customer')
    return [privateNote(internal`That question is closed. Type it again, please.`)];
  const meant = { ...turn, isAddressed: true, isMentioned: true };
  return respond(trip, meant, { text: label, intent: null });
}
