import type { types } from '@slack/bolt';

/** One block, as Slack's own types have it. */
export type Block = types.KnownBlock;

/** What Slack puts up with, and where we stop short of it. */
export const blockLimits = {
  /** docs.slack.dev/reference/block-kit/blocks: 50 in a message, 100 in a modal or home view. */
  blocksInMessage: 50,
  blocksInView: 100,
  /**
   * All blocks of a message together fail at about 13,200 characters, counted in a way nobody has published
   * (bolt-js#2509, #2867). The JSON is longer than anything Slack could count, so this is safe.
   */
  messageCharacters: 12_000,
  /** One text object or rich text element. */
  textCharacters: 3_000,
  /** The words in a notification. chat.update refuses more than 4,000 characters. */
  fallbackCharacters: 3_500,
  buttonLabel: 75,
  buttonsInBlock: 25,
  optionLabel: 75,
  optionValue: 150,
  optionsInGroup: 100,
  optionGroups: 100,
  viewTitle: 24,
  viewSubmit: 24,
  inputLabel: 2_000,
  inputValue: 3_000,
} as const;

/** How many blocks, and characters of JSON, may be used. */
export interface TextRoom {
  readonly blocks: number;
  readonly characters: number;
}

/** At most `most` characters as Slack counts them, with an ellipsis where it was cut; no half characters. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** `text` in pieces of at most `most` characters, none of which ends in half a character. */
export function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = /[\uD800-\uDBFF]/.test(rest.charAt(most - 1)) ? most - 1 : most;
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return found;
}
