import { requestFrom } from '../requests/stored-request.ts';
import { type Table, tableOf, wordsOf } from './table.ts';

/** What is owed: promises, tasks, and service requests before they are billed. */
export const owed: readonly Table[] = [
  tableOf({
    name: 'promises',
    says: 'what was promised, by whom, until when, and whether it was kept',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.vendorPromise.findMany({
        where: { customerId, madeAt: span },
        orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      text: row => wordsOf(row.text),
      by: row => row.byId,
      state: row => row.state,
      visibility: row => row.visibility,
      madeAt: row => row.madeAt,
      promisedFor: row => row.promisedFor,
      closedAt: row => row.closedAt,
    },
  }),
  tableOf({
    name: 'tasks',
    says: 'what somebody has to do about a customer',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.task.findMany({
        where: { customerId, createdAt: span },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      kind: row => row.kind,
      text: row => wordsOf(row.text),
      assignee: row => row.assigneeId,
      state: row => row.state,
      createdAt: row => row.createdAt,
      closedAt: row => row.closedAt,
      closedBy: row => row.closedById,
    },
  }),
  tableOf({
    name: 'requests',
    says: 'service requests with what the checks saw and who decided; "requests export" is what hands them over',
    list: async ({ tx }, { customerId, span, paging }) => {
      const rows = await tx.serviceRequest.findMany({
        where: { customerId, closedAt: span },
        orderBy: [{ closedAt: 'asc' }, { id: 'asc' }],
        ...paging,
      });
      return rows.map(requestFrom);
    },
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      externalId: row => row.work.externalId,
      title: row => row.work.title,
      minutes: row => row.work.minutes,
      by: row => row.work.by,
      role: row => row.work.role ?? null,
      closedAt: row => row.work.closedAt,
      month: row => row.month,
      state: row => row.state,
      checks: row => row.findings.map(({ rule }) => rule).join(' '),
      currency: row => row.currency,
      proposedMinor: row => row.proposedMinor,
      amountMinor: row => row.amountMinor,
      decidedBy: row => row.decidedById,
      decidedAt: row => row.decidedAt,
      export: row => row.exportId,
    },
  }),
];
