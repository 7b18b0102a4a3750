import { z } from 'zod';
import { findTransitionReport } from '../../../exports/find-transition-report.ts';
import { reportRows, type TransitionReport } from '../../../exports/transition-report.ts';
import { mapping } from '../../../setup/shape.ts';
import { oneOf } from '../../../setup/values.ts';
import { csvText } from '../../../shared/csv.ts';
import { utcWords } from '../../../shared/instant-text.ts';
import { second, since } from '../../../shared/time.ts';
import { agreedPlan } from '../../../transitions/milestone.ts';
import { HttpProblem } from '../problem.ts';
import { moment } from './fields.ts';
import { operation, param } from './operation.ts';

const stretch = mapping({ from: moment, until: moment });

const answer = mapping({
  customer: z.string(),
  transition: mapping({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    phase: z.string(),
    window: stretch,
  }),
  steps: z.array(
    mapping({
      id: z.string(),
      name: z.string(),
      state: z.string(),
      owner: z.string().nullable(),
      planned: stretch,
      from: moment.nullable(),
      until: moment.nullable(),
    }),
  ),
  checkIns: z.array(
    mapping({
      askedAt: moment,
      answeredAt: moment.nullable(),
      answer: z.string().nullable(),
      words: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
  pages: z.array(
    mapping({
      id: z.string(),
      reason: z.string(),
      raisedAt: moment,
      acknowledgedAt: moment.nullable(),
      secondsToAcknowledge: z.number().nullable(),
      resolvedAt: moment.nullable(),
      owner: z.string().nullable(),
      resolution: z.string().nullable(),
    }),
  ),
  promises: z.array(
    mapping({
      text: z.string(),
      state: z.string(),
      madeAt: moment,
      promisedFor: moment,
      closedAt: moment.nullable(),
    }),
  ),
});

/** `GET customers/:id/transitions/:id/report`: what the console's report of a transition shows. */
export const readTransitionReport = operation({
  id: 'readTransitionReport',
  method: 'get',
  path: '/customers/{customerId}/transitions/{transitionId}/report',
  summary:
    'How a transition went: what was planned and what happened, how people felt, who was called and how fast, what was promised; at most 2,000 of each. As CSV it is one line each, and fields that a spreadsheet would take for formulas are marked.',
  may: 'read',
  query: mapping({ format: oneOf(['json', 'csv']).default('json') }),
  answers: { 200: { description: 'The report', schema: answer, text: 'text/csv' } },
  async handle(trip, call) {
    const key = param(call, 'transitionId');
    const report = await findTransitionReport(trip, param(call, 'customerId'), key);
    if (!report)
      throw new HttpProblem([404, 'no-transition'], 'This customer has no such transition.');
    if (call.query.format === 'json') return { status: 200, body: bodyOf(report) };
    return { status: 200, text: { type: 'text/csv', words: csvText(reportRows(report), '\r\n') } };
  },
});

const iso = (at: Date | null) => at?.toISOString() ?? null;

const between = (from: Date, until: Date) => ({
  from: from.toISOString(),
  until: until.toISOString(),
});

function bodyOf(report: TransitionReport): z.input<typeof answer> {
  const { customer, transition, milestones, feelings, pages, promises } = report;
  const { key, name, kind, phase, windowFrom, windowUntil } = transition;
  return {
    customer: customer.id,
    transition: { id: key, name, kind, phase, window: between(windowFrom, windowUntil) },
    steps: milestones.map(step => {
      const { from, until } = agreedPlan(step);
      return {
        id: step.key,
        name: step.name,
        state: step.state,
        owner: step.owner?.personId ?? null,
        planned: between(from, until),
        from: iso(step.startedAt),
        until: iso(step.endedAt),
      };
    }),
    checkIns: feelings.map(one => ({
      askedAt: one.askedAt.toISOString(),
      answeredAt: iso(one.answeredAt),
      answer: one.answer,
      words: one.words,
      by: one.byName,
    })),
    pages: pages.map(page => ({
      id: page.id,
      reason: utcWords(page.reason),
      raisedAt: page.raisedAt.toISOString(),
      acknowledgedAt: iso(page.acknowledgedAt),
      secondsToAcknowledge:
        page.acknowledgedAt && since(page.raisedAt, page.acknowledgedAt) / second,
      resolvedAt: iso(page.resolvedAt),
      owner: page.ownerName,
      resolution: page.resolution === null ? null : utcWords(page.resolution),
    })),
    promises: promises.map(one => ({
      text: utcWords(one.text),
      state: one.state,
      madeAt: one.madeAt.toISOString(),
      promisedFor: one.promisedFor.toISOString(),
      closedAt: iso(one.closedAt),
    })),
  };
}
