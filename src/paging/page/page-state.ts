import type { PageState } from '../../shared/database.ts';

/** How far a page has come, each with what it means. */
export const pageStates: Readonly<Record<PageState, string>> = {
  open: 'Somebody is being called; nobody has it.',
  acknowledged: 'Somebody has it.',
  resolved: 'It is over, until somebody says that it is not.',
};

/** How a page can go on from each state. What is not listed never happens. */
export const pageMoves: Readonly<Record<PageState, readonly PageState[]>> = {
  open: ['acknowledged', 'resolved'],
  acknowledged: ['open', 'resolved'],
  resolved: ['open'],
};

/** A page that still wants a human, as a condition on its row. */
export const unresolved = { state: { not: 'resolved' } } as const satisfies {
  state: { not: PageState };
};

/** The pages somebody was called for, as a condition on their rows; a call that is only planned is none yet. */
export function calledFor(personId: string) {
  return { calls: { some: { personId, state: { not: 'planned' } } } } as const;
}
