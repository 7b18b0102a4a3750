import { type OneOf, saidAs, says } from '../../understanding/speech/say.ts';
import { type NamedPerson, speechOf, toldIn } from '../../understanding/speech/speech.ts';

/** What whoever was just woken does with it. */
export type Watch =
  | { readonly kind: 'takes' }
  /** To the colleague they name, or to whoever comes next. */
  | { readonly kind: 'passes'; readonly toId: string | null };

const passing: OneOf = ['passOn', 'cannot'];

/**
 * What words say when they are read against "Do you have it?"; null when they settle nothing, and it goes on ringing.
 * Whoever cannot, passes it on, whatever else they say.
 */
export function readWatch(text: string, colleagues: readonly NamedPerson[] = []): Watch | null {
  const told = toldIn(speechOf(text, colleagues));
  const [named] = saidAs(told, 'ours');
  if (saidAs(told, passing).length > 0) return { kind: 'passes', toId: named?.personId ?? null };
  const [taken] = saidAs(told, 'takeIt').filter(({ isNegated }) => !isNegated);
  // "Tom should take this": whoever stands before it is to have it.
  if (taken && named && named.from < taken.from) return { kind: 'passes', toId: named.personId };
  if (taken) return { kind: 'takes' };
  const isNod = says(told, ['nod', 'yes']) && !says(told, ['askWord', 'bad', 'unsure']);
  return isNod ? { kind: 'takes' } : null;
}
