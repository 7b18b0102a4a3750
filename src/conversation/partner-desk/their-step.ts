import type { Milestone } from '../../transitions/milestone.ts';
import { plain } from '../words/names.ts';

/**
 * Which of their steps is named: `exact` is a fact, and only where the whole of what was said is its name or its key;
 * `near` is one whose name holds what was said, and is asked back.
 */
export type NamedStep<T> =
  | { readonly kind: 'exact'; readonly step: T }
  | { readonly kind: 'near'; readonly step: T }
  | { readonly kind: 'none' };

/** The step that was named, if it is one and no other. */
export function stepNamed<T extends Pick<Milestone, 'key' | 'name'>>(
  said: string,
  steps: readonly T[],
): NamedStep<T> {
  const name = bare(said);
  const exact = steps.filter(step => bare(step.name) === name || bare(step.key) === name);
  const [one, ...others] = exact;
  if (one) return others.length > 0 ? { kind: 'none' } : { kind: 'exact', step: one };
  const near = steps.filter(step => ` ${bare(step.name)} `.includes(` ${name} `));
  const [only, ...more] = near;
  return only && name !== '' && more.length === 0 ? { kind: 'near', step: only } : { kind: 'none' };
}

function bare(name: string): string {
  return plain(name).replace(/^the /, '');
}
