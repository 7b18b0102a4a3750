import type { AdaptiveCardInvokeResponse, Attachment, TaskModuleResponse } from 'botbuilder';
import type { AdaptiveCard } from '../render/adaptive-card.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** The card as it hangs on a message or stands in a dialog. */
export function attachmentOf(content: AdaptiveCard): Attachment {
  return { contentType: cardType, content };
}

/** What `adaptiveCard/action` shows: the card in the place of the one that was pressed. */
export function cardAnswer(card: AdaptiveCard): AdaptiveCardInvokeResponse {
  return { statusCode: 200, type: cardType, value: { ...card } };
}

/** What `adaptiveCard/action` shows when there is no card. */
export function wordsAnswer(words: string): AdaptiveCardInvokeResponse {
  // The type knows cards alone; for this kind of answer Teams takes a text.
  // https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
  const value = words as unknown as AdaptiveCardInvokeResponse['value'];
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

export interface Dialog {
  readonly title: string;
  readonly card: AdaptiveCard;
}

/** What a dialog shows next. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
export function dialogAnswer({ title, card }: Dialog): TaskModuleResponse {
  const value = { title, width: 'medium', height: 'medium', card: attachmentOf(card) } as const;
  return { task: { type: 'continue', value } };
}

/** The dialog ends with these words. */
export function closingAnswer(value: string): TaskModuleResponse {
  return { task: { type: 'message', value } };
}

/** What is shown to whoever may not, whether or not the thing exists. */
export const refusedWords = "I can't help with that here.";
