import type { Trip } from '../../shared/database.ts';
import { type Turn, voiceOf } from '../arrival/turn.ts';
import { askMood } from '../customer-desk/ask-mood.ts';
import { findServed } from '../customer-desk/find-served.ts';
import type { Reply } from '../replies/reply.ts';
import { plainAnswer } from '../words/plain-answer.ts';
import { findPlainPress } from './find-plain-press.ts';
import type { Respond } from './pick-choice.ts';
import { pressButton } from './press-button.ts';

export interface PlainWords {
  readonly text: string;
  /** Who answers the words that a picked choice stands for. */
  readonly respond: Respond;
}

/**
 * "Yes", "2" or "worried" presses the button it stands for; where it could mean either, it is asked which. Null when
 * the words are no bare answer, or nothing here was asked.
 */
export async function answerPlainly(
  trip: Trip,
  turn: Turn,
  { text, respond }: PlainWords,
): Promise<Reply[] | null> {
  const answer = plainAnswer(text);
  if (!answer) return null;
  if (voiceOf(turn) === 'vendor') {
    if (!turn.isMentioned) return null;
    const found = await findPlainPress(trip, turn, answer);
    return found?.kind === 'press'
      ? pressButton(trip, turn, { press: found.press, respond })
      : null;
  }
  const customer = await findServed(trip, turn);
  const found = customer && (await findPlainPress(trip, turn, answer));
  if (found?.kind === 'press') {
    const isStep = found.press.action.startsWith('step.');
    return pressButton(trip, turn, { press: found.press, respond, ...(isStep && { words: text }) });
  }
  const isPutOff = answer.kind === 'later';
  if (found && !isPutOff && turn.isAddressed && found.action.id.startsWith('check-in.'))
    return [await askMood(trip, turn, customer)];
  return null;
}
