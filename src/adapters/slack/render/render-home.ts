import type { types } from '@slack/bolt';
import type { Card } from '../../../delivery/card.ts';
import type { Reader } from '../../../delivery/plain-text.ts';
import { type Block, blockLimits, type TextRoom } from './block-limits.ts';
import { quietLine } from './quiet-line.ts';
import { cardBlocks } from './render-card.ts';

/** No card takes the whole view. */
const cardRoom: TextRoom = { blocks: 12, characters: 4_000 };

/** Cards one below the other as a home view; those that do not fit are counted at the end. */
export function renderHome(cards: readonly Card[], reader: Reader): types.HomeView {
  const blocks: Block[] = [];
  for (const [index, card] of cards.entries()) {
    const own = cardBlocks(card, reader, cardRoom);
    const line: Block[] = index === 0 ? [] : [{ type: 'divider' }];
    // One block is kept for saying what was left out.
    if (blocks.length + line.length + own.length > blockLimits.blocksInView - 1) {
      const rest = cards.length - index;
      const text = `… ${rest} more ${rest === 1 ? 'card' : 'cards'}, ask for the rest in a message.`;
      blocks.push(quietLine({ spans: [{ kind: 'text', text }] }, reader));
      break;
    }
    blocks.push(...line, ...own);
  }
  return { type: 'home', blocks };
}
