import type { Action, ActionId, Card } from '../delivery/card.ts';
import { unreachable } from '../shared/errors.ts';

/** A bare answer to something we asked: "yes", "2", "worried", 👍. */
export type PlainAnswer =
  | { readonly kind: 'yes' | 'no' | 'later' | 'good' | 'fine' | 'worried' }
  | { readonly kind: 'number'; readonly position: number };

const spellings: Readonly<Record<Exclude<PlainAnswer['kind'], 'number'>, readonly string[]>> = {
  yes: [
    'yes',
    'y',
    'yes please',
    'yep',
    'yeah',
    'sure',
    'please',
    'please do',
    'do it',
    'go ahead',
    'apply',
    'ok',
    'okay',
    'k',
    'yes it did',
    'it did',
    "that's fine",
    'that is fine',
    'fine by me',
    '👍',
    '✅',
    '👌',
  ],
  no: [
    'no',
    'n',
    'nope',
    'no thanks',
    'no thank you',
    'cancel',
    'not really',
    'still broken',
    'no still broken',
    "it didn't",
    'keep it',
    'keep daily',
    'keep it daily',
    '👎',
    '❌',
  ],
  later: ['later', 'not now', 'it can wait', 'can wait', 'tomorrow', 'wait'],
  good: [
    'good',
    'all good',
    'all well',
    'great',
    'all is well',
    'all fine',
    'everything is fine',
    'all ok',
    'perfect',
    'no problems',
    '🙂',
    '😀',
    '😊',
  ],
  fine: ['fine', 'fine one thing', 'so so', 'okay-ish', 'not bad', '😐'],
  worried: ['worried', 'bad', 'not good', 'nervous', 'concerned', '😟', '😰', '😨', '🙁', '😞'],
};

/** The bare answer this text is, or null when it says more than that. */
export function plainAnswer(text: string): PlainAnswer | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[.!,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = said.replace(/\p{Emoji_Modifier}|\uFE0F/gu, '');
  if (/^[1-9]$/.test(bare)) return { kind: 'number', position: Number(bare) };
  for (const [kind, words] of Object.entries(spellings)) {
    if (words.includes(bare)) return { kind: kind as Exclude<PlainAnswer['kind'], 'number'> };
  }
  return null;
}

const meanings: Readonly<Record<Exclude<PlainAnswer['kind'], 'number'>, readonly ActionId[]>> = {
  yes: [
    'page.confirm',
    'graduation.accept',
    'cadence.accept',
    'change.apply',
    'note.publish',
    'check-in.good',
  ],
  no: ['page.decline', 'page.reopen', 'graduation.decline', 'cadence.keep', 'change.cancel'],
  later: ['page.decline', 'graduation.decline', 'change.cancel'],
  good: ['check-in.good', 'page.confirm', 'cadence.accept', 'graduation.accept'],
  fine: ['check-in.fine', 'page.confirm', 'cadence.accept', 'graduation.accept'],
  worried: ['check-in.worried'],
};

/** The button of this message that the bare answer means, or null when it answers something else. */
export function meantAction(
  answer: PlainAnswer,
  card: Pick<Card, 'name' | 'actions'>,
): Action | null {
  const actions = card.actions ?? [];
  const isQuestion = actions.some(action => action.id !== 'page.raise');
  if (!isQuestion) return null;
  switch (answer.kind) {
    case 'number':
      return actions[answer.position - 1] ?? null;
    case 'yes':
      return yesAction(actions);
    case 'no':
    case 'later':
    case 'good':
    case 'fine':
    case 'worried':
      return firstOf(actions, meanings[answer.kind]);
    default:
      return unreachable(answer);
  }
}

/** "Yes" gets somebody only where that was the question, never from the button every answer carries. */
function yesAction(actions: readonly Action[]): Action | null {
  const isOffer = actions.some(({ id }) => id === 'page.decline');
  return firstOf(actions, isOffer ? ['page.raise'] : meanings.yes);
}

function firstOf(actions: readonly Action[], ids: readonly ActionId[]): Action | null {
  for (const id of ids) {
    const found = actions.find(action => action.id === id);
    if (found) return found;
  }
  return null;
}
