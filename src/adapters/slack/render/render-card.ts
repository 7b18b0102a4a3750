import type { types } from '@slack/bolt';
import type { Action, Card } from '../../../delivery/card.ts';
import { plainSpans, plainText } from '../../../delivery/plain-text.ts';
import { numberedAction } from './action-id.ts';
import { type Block, blockLimits, cut, type TextRoom } from './block-limits.ts';
import { fitLines } from './fit-lines.ts';
import { escaped, quietLine } from './quiet-line.ts';
import type { MentioningReader, RichLine } from './rich-text.ts';

/** How a card is shown. */
export interface Showing extends MentioningReader {
  /** An earlier copy may already have been seen: this one says so. */
  readonly isRepeat?: boolean;
  /** Slack's file that shows the card's picture; null or left out where there is none. */
  readonly picture?: string | null;
}

/** A message for chat.postMessage and chat.update. */
export interface SlackMessage {
  /** What notifications and screen readers say; never shown beside the blocks. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

const repeatNote = '(repeated) You may have seen this already.';

/**
 * A card as Block Kit. Whatever is in it, the result is within Slack's limits: lines that do not fit are
 * left out at the end, and the message says how many.
 */
export function renderCard(card: Card, showing: Showing): SlackMessage {
  const room = {
    blocks: blockLimits.blocksInMessage,
    characters: blockLimits.messageCharacters,
  };
  return { text: fallbackText(card, showing), blocks: cardBlocks(card, showing, room) };
}

/** The blocks of a card, within this much room. */
export function cardBlocks(card: Card, showing: Showing, room: TextRoom): Block[] {
  const before: Block[] = [];
  if (showing.isRepeat)
    before.push(quietLine({ spans: [{ kind: 'text', text: repeatNote }] }, showing));
  if (card.heading)
    before.push(...fitLines([{ text: card.heading, isBold: true }], showing, heads));
  const after: Block[] = imageBlocks(card, showing);
  if (card.foot) after.push(quietLine(card.foot, showing));
  after.push(...actionBlocks(card.actions ?? []));
  const left = {
    blocks: room.blocks - before.length - after.length,
    characters: room.characters - sizeOf(before) - sizeOf(after),
  };
  return [...before, ...fitLines(linesOf(card), showing, left), ...after];
}

/** A heading is a line or two; one that is longer is cut. */
const heads: TextRoom = { blocks: 1, characters: 2_000 };

function linesOf({ body, facts = [] }: Card): RichLine[] {
  return [...body.map(text => ({ text })), ...facts].filter(({ text }) => text.spans.length > 0);
}

/** The words of a card on their own. Slack reads mrkdwn here too, so it is escaped. */
function fallbackText(card: Card, showing: Showing): string {
  const words = plainText(card, showing);
  const whole = showing.isRepeat ? `(repeated) ${words}` : words;
  let most: number = blockLimits.fallbackCharacters;
  while (escaped(cut(whole, most)).length > blockLimits.fallbackCharacters) most -= 100;
  return escaped(cut(whole, most)) || '…';
}

/** docs.slack.dev/reference/block-kit/blocks/image-block */
const longestAlt = 2_000;

function imageBlocks({ picture }: Card, showing: Showing): types.ImageBlock[] {
  if (!picture || !showing.picture) return [];
  const alt_text = cut(plainSpans(picture.alt, showing), longestAlt);
  return [{ type: 'image', slack_file: { id: showing.picture }, alt_text }];
}

function actionBlocks(actions: readonly Action[]): types.ActionsBlock[] {
  const buttons = actions.map(buttonOf);
  const blocks: types.ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += blockLimits.buttonsInBlock) {
    const elements = buttons.slice(from, from + blockLimits.buttonsInBlock);
    blocks.push({ type: 'actions', elements });
  }
  return blocks;
}

function buttonOf({ id, label, subject, style }: Action, index: number): types.Button {
  return {
    type: 'button',
    action_id: numberedAction(id, index),
    text: { type: 'plain_text', text: cut(label, blockLimits.buttonLabel), emoji: false },
    ...(subject !== '' && { value: subject }),
    ...(style && { style }),
  };
}

/** How long blocks are as JSON, which is how we count them. */
export function sizeOf(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).length;
}
