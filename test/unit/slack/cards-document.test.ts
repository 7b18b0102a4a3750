import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { cardsDocument, type Sample } from '../../../bench/cards-document.ts';
import { renderCard } from '../../../src/adapters/slack/render/render-card.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { checkMessageBlocks } from '../../harness/slack/check-blocks.ts';
import { readBlocks } from '../../harness/slack/read-blocks.ts';
import { liveIn } from '../../harness/slack/read-mrkdwn.ts';

const samples = JSON.parse(readFileSync('docs/cards.json', 'utf8')) as readonly Sample[];

test('docs/cards.md shows what the code renders now', () => {
  // Out of date? npm run cards
  expect(readFileSync('docs/cards.md', 'utf8')).toBe(cardsDocument(samples));
});

test.each(samples)('the $card.name in it is one Slack takes, in the same words', sample => {
  const reader = { timeZone: sample.timeZone, now: new Date(sample.now) };
  const { blocks } = renderCard(sample.card, reader);
  expect(checkMessageBlocks(blocks)).toBeNull();
  expect(liveIn(blocks)).toEqual([]);
  expect(readBlocks(blocks)).toBe(plainText(sample.card, reader));
});
