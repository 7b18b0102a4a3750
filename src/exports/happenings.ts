import { type Table, tableOf, wordsOf } from './table.ts';

/** What happened: facts, pages, check-ins, what moved confidence, and who changed what. */
export const happenings: readonly Table[] = [
  tableOf({
    name: 'timeline',
    says: 'every fact, internal ones included',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.event.findMany({
        where: { customerId, at: span },
        orderBy: [{ at: 'asc' }, { seq: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      transition: row => row.transitionId,
      kind: row => row.kind,
      visibility: row => row.visibility,
      at: row => row.at,
      recordedAt: row => row.recordedAt,
      text: row => wordsOf(row.text),
      author: row => row.authorId,
      externalId: row => row.externalId,
    },
  }),
  tableOf({
    name: 'pages',
    says: 'calls for a human: who raised them, who took them, and when',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.page.findMany({
        where: { customerId, raisedAt: span },
        orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      transition: row => row.transitionId,
      state: row => row.state,
      weight: row => row.weight,
      raisedBy: row => row.raisedBy,
      raisedById: row => row.raisedById,
      rule: row => row.rule,
      reason: row => wordsOf(row.reason),
      raisedAt: row => row.raisedAt,
      owner: row => row.ownerId,
      acknowledgedAt: row => row.acknowledgedAt,
      secondsToAcknowledge: row =>
        row.acknowledgedAt && (row.acknowledgedAt.getTime() - row.raisedAt.getTime()) / 1_000,
      resolvedAt: row => row.resolvedAt,
      resolvedBy: row => row.resolvedById,
      resolution: row => wordsOf(row.resolution),
      confirmed: row => row.confirmed,
      joined: row => row.joined,
    },
  }),
  tableOf({
    name: 'check-ins',
    says: 'questions to customers, their answers, and why others were not asked',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.checkIn.findMany({
        where: { customerId, plannedFor: span },
        orderBy: [{ plannedFor: 'asc' }, { id: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      transition: row => row.transitionId,
      state: row => row.state,
      rung: row => row.rung,
      plannedFor: row => row.plannedFor,
      askedAt: row => row.askedAt,
      repeatedAt: row => row.repeatedAt,
      answeredAt: row => row.answeredAt,
      answeredBy: row => row.answeredById,
      answer: row => row.answer,
      words: row => row.words,
      whyNot: row => wordsOf(row.reason),
    },
  }),
  tableOf({
    name: 'evidence',
    says: 'what moved confidence',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.evidence.findMany({
        where: { customerId, at: span },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      customer: row => row.customerId,
      transition: row => row.transitionId,
      kind: row => row.kind,
      weight: row => row.weight,
      at: row => row.at,
      note: row => wordsOf(row.note),
    },
  }),
  tableOf({
    name: 'audit',
    says: 'who changed what, and why',
    list: async ({ tx }, { customerId, span, paging }) =>
      tx.audit.findMany({
        where: { customerId, at: span },
        orderBy: [{ seq: 'asc' }],
        ...paging,
      }),
    columns: {
      id: row => row.id,
      at: row => row.at,
      actor: row => row.actorId,
      action: row => row.action,
      customer: row => row.customerId,
      subject: row => row.subject,
      why: row => wordsOf(row.why),
      before: row => (row.before === null ? null : JSON.stringify(row.before)),
      after: row => (row.after === null ? null : JSON.stringify(row.after)),
      undoneAt: row => row.undoneAt,
    },
  }),
];
