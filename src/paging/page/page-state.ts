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

/** A page that still wants a human, as a condition on its row: told by the time it has not, which an index knows. */
export const unresolved = { resolvedAt: null } as const;
