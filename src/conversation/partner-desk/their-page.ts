import { plain } from '../words/names.ts';
import type { Taking } from '../words/partner-words.ts';

/**
 * How a page stands with a partner's person: `ringing` for them, `theirs`, `passed` on by them and open still, or `others`
 * when a colleague has it.
 */
export type Standing = 'ringing' | 'theirs' | 'passed' | 'others';

/** A page a partner's person was called for, or has: never what it is about. */
export interface TheirPage {
  readonly pageId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly raisedAt: Date;
  readonly standing: Standing;
}

/** How a page stands, from what is known of it. */
export function standingOf(page: {
  readonly isMine: boolean;
  readonly state: 'open' | 'acknowledged';
  readonly isRinging: boolean;
}): Standing {
  if (page.isMine) return 'theirs';
  if (page.state === 'acknowledged') return 'others';
  return page.isRinging ? 'ringing' : 'passed';
}

/**
 * The pages "I have it" can mean, the newest first: those that ring before those they have, which "still on it" means first;
 * what is over for them only when there is nothing else. Empty when none is meant.
 */
export function pagesToTake(pages: readonly TheirPage[], { name, isStill }: Taking): TheirPage[] {
  const newestFirst = [...pages].sort((a, b) => b.raisedAt.getTime() - a.raisedAt.getTime());
  const named = newestFirst.filter(
    ({ customerName }) => name === null || plain(customerName) === plain(name),
  );
  const first: readonly Standing[] = isStill ? ['theirs', 'ringing'] : ['ringing', 'theirs'];
  for (const standing of [...first, 'passed'] as const) {
    const found = named.filter(page => page.standing === standing);
    if (found.length > 0) return found;
  }
  return named.slice(0, 1);
}
