import type { Unchanged } from '../../../quarters/change-draft.ts';

/** Why something was not done, and the words that came with it, so that nobody has to write them again. */
export interface NotDone {
  readonly why: Unchanged | { readonly kind: 'moved-on' } | { readonly kind: 'nowhere' };
  readonly words: string | null;
}
