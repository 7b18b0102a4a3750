import { type Audience, internal, strong, type Text, time } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import { openly } from '../../timeline/event.ts';
import type { Page } from '../page/page.ts';

/** What became of the question "are you still on it?". */
export type StaleAskState =
  | { readonly state: 'asked'; readonly until: Date }
  | { readonly state: 'answered'; readonly at: Date; readonly byName: string }
  /** Others are being called; the answer is still welcome. */
  | { readonly state: 'passed'; readonly at: Date };

/** The key of the question: one for each stretch of silence. */
export function staleAskKey({
  id,
  updatedAt,
  acknowledgedAt,
}: Pick<Page, 'id' | 'updatedAt' | 'acknowledgedAt'>): string {
  return `page-stale:${id}:${(updatedAt ?? acknowledgedAt)?.getTime() ?? 0}`;
}

export interface StaleAsk {
  readonly page: Page;
  readonly customerName: string;
  readonly ask: StaleAskState;
}

/** The question to an owner who has been silent for a while. */
export function staleAskCard({ page, customerName, ask }: StaleAsk): Card<'internal'> {
  const heading = internal`⏳ ${strong(openly(customerName))}: are you still on it?`;
  const isOpen = ask.state !== 'answered';
  return internalCard('page-update', page.customerId, {
    heading: isOpen ? heading : internal`✅ ${strong(openly(customerName))}`,
    body: [askedLine(page, ask)],
    actions: isOpen
      ? [
          { id: 'page.acknowledge', label: 'Still on it', subject: page.id, style: 'primary' },
          { id: 'page.reassign', label: 'Pass on', subject: page.id },
          { id: 'page.resolve', label: 'Resolved', subject: page.id },
        ]
      : undefined,
  });
}

function askedLine(page: Page, ask: StaleAskState): Text<Audience> {
  const last = time(page.updatedAt ?? page.acknowledgedAt ?? page.raisedAt);
  switch (ask.state) {
    case 'asked':
      return internal`The last word on it is from ${last}. Without an answer by ${time(ask.until)} I call the next level.`;
    case 'answered':
      return internal`${ask.byName} has it, ${time(ask.at)}.`;
    case 'passed':
      return internal`No answer since ${last}, so others are being called since ${time(ask.at)}. If you have it after all, take it back here.`;
  }
}
