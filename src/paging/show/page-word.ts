import { mention, shared, type Text, time } from '../../delivery/audience.ts';
import { type Card, sharedCard } from '../../delivery/card.ts';
import { unreachable } from '../../shared/errors.ts';
import { openly } from '../../timeline/event.ts';
import type { Page } from '../page/page.ts';
import { calledNow, type PageView } from './page-view.ts';
import {
  footOf,
  namesOf,
  nextLine,
  openLine,
  peopleOf,
  promiseLine,
  resolvedLines,
  takenLine,
  updateLines,
} from './receipt.ts';

/** What is said of a page as a new message, because nobody notices that an older one was changed. */
export type PageWord =
  | { readonly kind: 'taken' | 'resolved' }
  /** An update for the customer, the note of a resolution that was shared later, or that it is not solved and people are called again. */
  | { readonly kind: 'updated' | 'noted' | 'reopened'; readonly factId: string }
  /** Whoever has it was silent, and somebody else is called. */
  | { readonly kind: 'overdue'; readonly ownerId: string | null; readonly wordAt: Date };

/** The key of such a message: each cause is told once. */
export function pageWordKey({ id, acknowledgedAt, resolvedAt }: Page, word: PageWord): string {
  const cause = () => {
    switch (word.kind) {
      case 'taken':
        return acknowledgedAt?.getTime();
      case 'resolved':
        return resolvedAt?.getTime();
      case 'updated':
      case 'noted':
      case 'reopened':
        return word.factId;
      case 'overdue':
        return word.wordAt.getTime();
      default:
        return unreachable(word);
    }
  };
  return `${pageWordsKey(id)}${word.kind}:${cause()}`;
}

/** What the keys of all such messages of a page begin with. */
export function pageWordsKey(pageId: string): string {
  return `page-word:${pageId}:`;
}

/** Somebody of the customer's who is to notice it. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** The message: to whom, what is new, and the way to a person. */
export function pageWordCard(
  view: PageView,
  word: PageWord,
  mentioned: readonly Mentioned[],
): Card<'shared'> {
  const [first = shared``, ...rest] = linesOf(view, word);
  return sharedCard('page-word', view.customer.id, {
    body: [shared`${callOut(mentioned)}${first}`, ...rest],
    foot: footOf(view.page),
  });
}

/** What has come in the same breath as a message that is not sent yet, added to it. */
export function withWord(card: Card, view: PageView, word: PageWord): Card {
  return { ...card, body: [...card.body, ...linesOf(view, word)] };
}

function callOut(mentioned: readonly Mentioned[]): Text<'shared'> {
  return mentioned.reduce(
    (all, { id, name }) => shared`${all}${mention(id, openly(name))} `,
    shared``,
  );
}

function linesOf(view: PageView, word: PageWord): Text<'shared'>[] {
  switch (word.kind) {
    case 'taken':
      return [takenLine(view)];
    case 'updated':
      return view.page.state === 'acknowledged'
        ? [...updateLines(view), promiseLine(view)]
        : updateLines(view);
    case 'resolved':
    case 'noted':
      return resolvedLines(view);
    case 'reopened':
      return [openLine(view)];
    case 'overdue':
      return [overdueLine(view, word)];
    default:
      return unreachable(word);
  }
}

function overdueLine(
  view: PageView,
  { ownerId, wordAt }: Extract<PageWord, { kind: 'overdue' }>,
): Text<'shared'> {
  const owner = namesOf(view, ownerId ? [ownerId] : []);
  const present = calledNow(view);
  const silence = shared`⏳ There was no word from ${owner} by ${time(wordAt)}`;
  if (present.length === 0) return shared`${silence}, so I look for somebody else.`;
  return shared`${silence}, so I've paged ${peopleOf(view, present)}. ${nextLine(view, present)}`;
}
