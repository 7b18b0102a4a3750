import type { Action, ActionId, Card } from '../delivery/card.ts';
import { day, hour } from '../shared/time.ts';

/** `okay` is a nod: it agrees, and to "how is it going?" it says that all is well, which "yes" does not. */
export type BareWord = 'yes' | 'okay' | 'no' | 'later' | 'good' | 'fine' | 'worried';

/** A bare answer to something we asked: "yes", "2", "worried", 👍. */
export type PlainAnswer =
  | { readonly kind: BareWord }
  | { readonly kind: 'number'; readonly position: number };

const spellings: Readonly<Record<BareWord, readonly string[]>> = {
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
    'yes it did',
    'it did',
    "that's fine",
    'that is fine',
    'fine by me',
  ],
  okay: ['ok', 'okay', 'k', '👍', '✅', '👌'],
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
    if (words.includes(bare)) return { kind: kind as BareWord };
  }
  return null;
}

const agreed: readonly ActionId[] = [
  'page.confirm',
  'graduation.accept',
  'cadence.accept',
  'change.apply',
  'note.publish',
];

const meanings: Readonly<Record<BareWord, readonly ActionId[]>> = {
  yes: agreed,
  okay: [...agreed, 'check-in.good'],
  no: ['page.decline', 'page.reopen', 'graduation.decline', 'cadence.keep', 'change.cancel'],
  later: ['page.decline', 'graduation.decline', 'change.cancel'],
  good: ['check-in.good', 'page.confirm', 'cadence.accept', 'graduation.accept'],
  fine: ['check-in.fine', 'page.confirm', 'cadence.accept', 'graduation.accept'],
  worried: ['check-in.worried'],
};

/** Words that only the newest question can be answered with; a mood is looked for further back. */
export function isForNewest({ kind }: PlainAnswer): boolean {
  return (
    kind === 'yes' || kind === 'okay' || kind === 'no' || kind === 'later' || kind === 'number'
  );
}

/**
 * The buttons of a message that ask something. "Get a person" under an answer asks nothing, nor does a
 * single button that is merely there ("Share", "Undo"): only a primary one is what the message is about.
 */
export function askedActions({ actions = [] }: Pick<Card, 'actions'>): readonly Action[] {
  const asked = actions.filter(({ id }, _, all) => id !== 'page.raise' || isOffer(all));
  const [only] = asked;
  const isMerelyThere =
    asked.length === 1 && only?.style !== 'primary' && only?.id !== 'choice.pick';
  return isMerelyThere ? [] : asked;
}

/** The button of this message that the bare answer means, or null when it answers something else. */
export function meantAction(answer: PlainAnswer, card: Pick<Card, 'actions'>): Action | null {
  const actions = askedActions(card);
  if (answer.kind === 'number') return actions[answer.position - 1] ?? null;
  const isYes = answer.kind === 'yes' || answer.kind === 'okay';
  const [only] = actions;
  if (isYes && actions.length === 1 && only?.id === 'choice.pick') return only;
  return firstOf(actions, isYes && isOffer(actions) ? ['page.raise'] : meanings[answer.kind]);
}

function isOffer(actions: readonly Action[]): boolean {
  return actions.some(({ id }) => id === 'page.decline');
}

function firstOf(actions: readonly Action[], ids: readonly ActionId[]): Action | null {
  for (const id of ids) {
    const found = actions.find(action => action.id === id);
    if (found) return found;
  }
  return null;
}

/** For how long a bare word answers a question of this sort. */
export function answerableFor(id: ActionId): number {
  if (id.startsWith('graduation.')) return 14 * day;
  if (id.startsWith('cadence.') || id === 'page.confirm' || id === 'page.reopen') return 3 * day;
  if (id.startsWith('check-in.')) return 2 * day;
  return id.startsWith('change.') || id === 'note.publish' ? hour : 12 * hour;
}
