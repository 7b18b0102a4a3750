import { type Card, cardFrom } from '../delivery/card.ts';
import type { Json } from '../shared/database.ts';
import type { ReviewLine } from './review-lines.ts';

/** What went out: what the customer read, and the same as lines for other programs. */
export interface Published {
  readonly card: Card<'shared'>;
  readonly lines: readonly ReviewLine<'shared'>[];
}

/** As it is stored. */
export function publishedColumn(published: Published): Json {
  return JSON.parse(JSON.stringify(published));
}

/** What a stored column holds; null where nothing was published, or what was is not kept any more. */
export function publishedFrom(column: unknown): Published | null {
  if (column === null || column === undefined) return null;
  const { card, lines } = column as Published;
  return cardFrom(card).audience === 'shared' ? { card, lines } : null;
}
