import { levelWord } from '../confidence/words.ts';
import { listPortfolio } from '../situation/list-portfolio.ts';
import { type Table, tableOf, wordsOf } from './table.ts';

/** The portfolio is worked out as a whole; it is shown from one customer on. */
function behind<Row extends { readonly id: string }>(rows: readonly Row[], after: string | null) {
  return after === null ? rows : rows.slice(rows.findIndex(({ id }) => id === after) + 1);
}

/** How things stand: customers by risk, their plans, their confidence and cadence. */
export const standings: readonly Table[] = [
  tableOf({
    name: 'portfolio',
    says: 'customers by risk, as things are now',
    list: async (trip, { customerId, paging }) => {
      const { rows } = await listPortfolio(
        trip,
        customerId ? { kind: 'these', customerIds: customerId.in } : { kind: 'everybody' },
      );
      const named = rows.map(row => ({ ...row, id: row.customerId }));
      return behind(named, paging.cursor?.id ?? null);
    },
    columns: {
      customer: row => row.customerId,
      name: row => row.name,
      advocate: row => row.advocateId,
      transition: row => row.transitionId,
      phase: row => row.phase,
      confidence: row => row.confidence,
      level: row => (row.confidence === null ? null : levelWord(row.confidence)),
      openPages: row => row.openPages,
      untakenSince: row => row.untakenSince,
      staleSince: row => row.staleSince,
      silentSince: row => row.silentSince,
      lateSteps: row => row.lateSteps,
      promisesDue: row => row.promisesDue,
      promisesOverdue: row => row.promisesOverdue,
      reasons: row => row.reasons.map(wordsOf).join(' · '),
    },
  }),
  tableOf({
    name: 'transitions',
    says: 'transitions with their windows and phases',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.transition.findMany({
        where: { customerId, windowFrom: span },
        orderBy: [{ windowFrom: 'asc' }, { id: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      name: row => row.name,
      kind: row => row.kind,
      windowFrom: row => row.windowFrom,
      windowUntil: row => row.windowUntil,
      phase: row => row.phase,
      phaseSince: row => row.phaseSince,
      heldBecause: row => wordsOf(row.heldReason),
    },
  }),
  tableOf({
    name: 'steps',
    says: 'steps of plans: planned, slipped, begun, ended',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.milestone.findMany({
        where: { customerId, plannedFrom: span },
        orderBy: [{ plannedFrom: 'asc' }, { id: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      transition: row => row.transitionId,
      name: row => row.name,
      state: row => row.state,
      plannedFrom: row => row.plannedFrom,
      plannedUntil: row => row.plannedUntil,
      slippedFrom: row => row.slippedFrom,
      slippedUntil: row => row.slippedUntil,
      startedAt: row => row.startedAt,
      endedAt: row => row.endedAt,
      owner: row => row.ownerId,
    },
  }),
  tableOf({
    name: 'confidence',
    says: 'confidence as it was last looked at, at most a day ago',
    list: async ({ tx }, { customerId, paging }) => {
      const { cursor, ...rest } = paging;
      const rows = await tx.assessment.findMany({
        where: { customerId },
        orderBy: { transitionId: 'asc' },
        ...rest,
        ...(cursor && { cursor: { transitionId: cursor.id } }),
      });
      return rows.map(row => ({ ...row, id: row.transitionId }));
    },
    columns: {
      transition: row => row.transitionId,
      customer: row => row.customerId,
      confidence: row => row.confidence,
      level: row => levelWord(row.confidence),
    },
  }),
  tableOf({
    name: 'cadence',
    says: 'how far apart check-ins are, who set it, and when the next one is',
    list: async ({ tx }, { customerId, paging }) => {
      const { cursor, ...rest } = paging;
      const rows = await tx.cadence.findMany({
        where: { customerId },
        orderBy: { transitionId: 'asc' },
        ...rest,
        ...(cursor && { cursor: { transitionId: cursor.id } }),
      });
      return rows.map(row => ({ ...row, id: row.transitionId }));
    },
    columns: {
      transition: row => row.transitionId,
      customer: row => row.customerId,
      rung: row => row.rung,
      from: row => row.boundMin,
      until: row => row.boundMax,
      closeness: row => row.closeness,
      pinned: row => row.pinned,
      pausedUntil: row => row.pausedUntil,
      restingSince: row => row.restingSince,
      setBy: row => row.setBy,
      setWhy: row => wordsOf(row.setWhy),
      lastAskedAt: row => row.lastAskedAt,
      nextAt: row => row.dueAt,
    },
  }),
];
