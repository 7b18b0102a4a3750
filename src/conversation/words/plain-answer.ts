import type { Action, ActionId, Card } from '../../delivery/card.ts';
import { day, hour } from '../../shared/time.ts';
import { foldAccents } from '../../understanding/normalise.ts';
import { type BareWord, spellings } from './bare-words.ts';

/** A bare answer to something we asked: "yes", "2", "worried", 👍. */
export type PlainAnswer =
  | { readonly kind: BareWord }
  | { readonly kind: 'number'; readonly position: number };

const meant: ReadonlyMap<string, BareWord> = new Map(
  Object.entries(spellings).flatMap(([kind, list]) =>
    list.split(',').map(said => [said.trim(), kind as BareWord] as const),
  ),
);

/** The bare answer this text is, in any language we read, or null when it says more than that. */
export function plainAnswer(text: string): PlainAnswer | null {
  const said = foldAccents(text.normalize('NFKC').trim().toLowerCase())
    .replaceAll('’', "'")
    .replace(/[.!,、。¡]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = said.replace(/\p{Emoji_Modifier}|\uFE0F/gu, '');
  if (/^[1-9]$/.test(bare)) return { kind: 'number', position: Number(bare) };
  const kind = meant.get(bare);
  return kind ? { kind } : null;
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
  const asked = actions.filter(
    ({ id }, _, all) => id !== 'page.raise' || isOffer(all) || isChoice(all),
  );
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

function isChoice(actions: readonly Action[]): boolean {
  return actions.some(({ id }) => id === 'choice.pick');
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
