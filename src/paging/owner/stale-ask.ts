import {
  type Audience,
  internal,
  keyword,
  strong,
  type Text,
  time,
} from '../../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../../delivery/card.ts';
import { valuedSubject } from '../../delivery/valued-subject.ts';
import { openly } from '../../timeline/event.ts';
import { nextWordOf, nextWordPolicy } from '../page/next-word.ts';
import type { Page } from '../page/page.ts';

/** What became of the question "are you still on it?". */
export type StaleAskState =
  | { readonly state: 'asked'; readonly until: Date }
  | { readonly state: 'answered'; readonly at: Date; readonly byName: string }
  /** Others are being called; the answer is still welcome. */
  | { readonly state: 'passed'; readonly at: Date };

/** The key of the question: one for each word that was promised. */
export function staleAskKey(page: Page): string {
  return `page-stale:${page.id}:${wordAtOf(page).getTime()}`;
}

/** When there was to be word. */
function wordAtOf(page: Page): Date {
  return nextWordOf(page, page.acknowledgedAt ?? page.raisedAt);
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
    body: [askedLine(page, { ask, customerName })],
    actions: isOpen
      ? [
          { id: 'page.acknowledge', label: 'Still on it', subject: page.id, style: 'primary' },
          snoozeAction(page.id),
          { id: 'page.reassign', label: 'Pass on', subject: page.id },
          { id: 'page.resolve', label: 'Resolved', subject: page.id },
        ]
      : undefined,
  });
}

/** "15 more minutes": the next word then. */
function snoozeAction(pageId: string): Action {
  const { snoozeMinutes } = nextWordPolicy;
  const subject = valuedSubject(pageId, String(snoozeMinutes));
  return { id: 'page.snooze', label: `${snoozeMinutes} more minutes`, subject };
}

function askedLine(page: Page, { ask, customerName }: Omit<StaleAsk, 'page'>): Text<Audience> {
  const promised = time(wordAtOf(page));
  switch (ask.state) {
    case 'asked':
      return page.isShared
        ? internal`${customerName} was to hear by ${promised}. Write ${keyword('update shared:')} and a line, or say when. Without either by ${time(ask.until)} I call somebody else, and tell ${customerName} so.`
        : internal`There was to be word by ${promised}. Write ${keyword('update')} and a line, or say when. Without either by ${time(ask.until)} I call somebody else.`;
    case 'answered':
      return internal`${ask.byName} has it, ${time(ask.at)}.`;
    case 'passed':
      return internal`No word since ${promised}, so others are being called since ${time(ask.at)}. If you have it after all, take it back here.`;
  }
}
