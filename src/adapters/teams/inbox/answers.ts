import type { Answer } from '../gate/mount-gate.ts';
import type { AdaptiveCard } from '../render/adaptive-card.ts';

/** It is safe with us; there is nothing to show. */
export const taken: Answer = { status: 200 };

/** An invoke of a kind we do not know. */
export const notKnown: Answer = { status: 501 };

/** What `adaptiveCard/action` shows: the card in the place of the one that was pressed. */
export function cardAnswer(value: AdaptiveCard): Answer {
  return invoked({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value });
}

/** What `adaptiveCard/action` shows when there is no card. */
export function wordsAnswer(value: string): Answer {
  return invoked({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value });
}

export interface Dialog {
  readonly title: string;
  readonly card: AdaptiveCard;
}

/** What a dialog shows next. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
export function dialogAnswer({ title, card }: Dialog): Answer {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  const value = { title, width: 'medium', height: 'medium', card: attachment };
  return invoked({ task: { type: 'continue', value } });
}

/** The dialog ends with these words. */
export function closingAnswer(value: string): Answer {
  return invoked({ task: { type: 'message', value } });
}

function invoked(body: object): Answer {
  return { status: 200, body };
}

/** What is shown to whoever may not, whether or not the thing exists. */
export const refusedWords = "I can't help with that here.";
