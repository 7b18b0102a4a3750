import type { Action, Card } from '../../delivery/card.ts';
import { hour } from '../../shared/time.ts';
import type { PlainAnswer } from '../words/plain-answer.ts';
import { buttons } from './button.ts';

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
  if (isYes && isOffer(actions)) return actions.find(({ id }) => id === 'page.raise') ?? null;
  const byYes = answer.kind === 'yes' ? actions.find(({ isYes: means }) => means) : undefined;
  if (byYes) return byYes;
  const { kind } = answer;
  const [named, ...others] = actions.filter(({ label }) => saidByLabel(kind, label));
  if (named && others.length === 0 && isChoice(actions)) return named;
  return actions.find(({ id }) => id !== 'choice.pick' && buttons[id].words.includes(kind)) ?? null;
}

/** "Yes, it is over" is meant by "yes"; "ok" may only say that it was read. */
function saidByLabel(kind: PlainAnswer['kind'], label: string): boolean {
  if (kind !== 'yes' && kind !== 'no') return false;
  return label.toLowerCase().startsWith(`${kind},`);
}

function isOffer(actions: readonly Action[]): boolean {
  return actions.some(({ id }) => id === 'page.decline');
}

function isChoice(actions: readonly Action[]): boolean {
  return actions.some(({ id }) => id === 'choice.pick');
}

/** For how long a bare word answers a question of this sort, in milliseconds. */
export function answerableFor(id: Action['id']): number {
  return id === 'choice.pick' ? 12 * hour : buttons[id].answerableFor;
}
