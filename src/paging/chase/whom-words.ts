import { instantText } from '../../shared/instant-text.ts';
import { earliest } from '../../shared/time.ts';
import type { Step } from '../ladder/chase.ts';
import { nameOf, type Roster } from '../ladder/roster.ts';
import { listed, peopleOf } from '../show/page-view.ts';

/** "calling Maya and Tom", or when somebody is called who is not to be woken. */
export function whomWords(
  { calls }: Step,
  { roster, now }: { readonly roster: Roster; readonly now: Date },
): string {
  const names = listed(peopleOf(calls, now).map(id => nameOf(id, roster)));
  const first = earliest(calls.map(({ dueAt }) => dueAt));
  if (!first) return 'nobody can be reached right now';
  return first > now ? `${names} is called at ${instantText(first)}` : `calling ${names}`;
}
