import type { Trip } from '../../shared/database.ts';
import { type Occasion, voiceOf } from '../arrival/occasion.ts';
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
  occasion: Occasion,
  { text, respond }: PlainWords,
): Promise<Reply[] | null> {
  const answer = plainAnswer(text);
  if (!answer) return null;
  if (voiceOf(occasion) === 'vendor') {
    if (!occasion.isMentioned) return null;
    const found = await findPlainPress(trip, occasion, answer);
    return found?.kind === 'press'
      ? pressButton(trip, occasion, { press: found.press, respond })
      : null;
  }
  const customer = await findServed(trip, occasion);
  const found = customer && (await findPlainPress(trip, occasion, answer));
  if (found?.kind === 'press') return pressButton(trip, occasion, { press: found.press, respond });
  if (found && occasion.isAddressed && found.action.id.startsWith('check-in.'))
    return [await askMood(trip, occasion, customer)];
  return null;
}
