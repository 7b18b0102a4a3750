import type { Customer } from '../customers/customer.ts';
import type { Cell } from '../shared/csv.ts';
import { utcWords } from '../shared/instant-text.ts';
import { minute, since } from '../shared/time.ts';
import { agreedPlan, type Milestone } from '../transitions/milestone.ts';
import type { Transition } from '../transitions/transition.ts';

/** What somebody answered to a check-in, or that nobody did. */
export interface Feeling {
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  /** good, fine, worried; null = no answer. */
  readonly answer: string | null;
  readonly words: string | null;
  readonly byName: string | null;
}

/** A page raised during the transition, with its times. */
export interface ReportedPage {
  readonly id: string;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
  readonly ownerName: string | null;
}

/** Something promised during the transition. */
export interface ReportedPromise {
  readonly text: string;
  readonly state: string;
  readonly madeAt: Date;
  readonly promisedFor: Date;
  readonly closedAt: Date | null;
}

/** What was planned, what happened, how people felt, and who was called. */
export interface TransitionReport {
  readonly customer: Customer;
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  readonly feelings: readonly Feeling[];
  readonly pages: readonly ReportedPage[];
  readonly promises: readonly ReportedPromise[];
}

const headings = ['kind', 'what', 'who', 'planned_from', 'planned_until', 'from', 'until'];

/** A report as a table for other programs: a line for each step, answer, page and promise under their headings, instants in UTC. */
export function reportRows(report: TransitionReport): readonly (readonly Cell[])[] {
  const { milestones, feelings, pages, promises } = report;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return [
    headings,
    ...milestones.map(step => {
      const { from, until } = agreedPlan(step);
      const { owner, startedAt, endedAt, name, state } = step;
      const who = owner?.personId ?? null;
      return [`step ${state}`, name, who, iso(from), iso(until), iso(startedAt), iso(endedAt)];
    }),
    ...feelings.map(({ answer, words, byName, askedAt, answeredAt }) => {
      const kind = `check-in ${answer ?? 'unanswered'}`;
      return [kind, words, byName, null, null, iso(askedAt), iso(answeredAt)];
    }),
    ...pages.map(({ reason, ownerName, raisedAt, resolvedAt, acknowledgedAt }) => {
      const taken = acknowledgedAt ? minutes(raisedAt, acknowledgedAt) : 'never';
      const kind = `page taken after ${taken}`;
      return [kind, utcWords(reason), ownerName, null, null, iso(raisedAt), iso(resolvedAt)];
    }),
    ...promises.map(({ state, text, promisedFor, madeAt, closedAt }) => {
      const due = iso(promisedFor);
      return [`promise ${state}`, utcWords(text), null, null, due, iso(madeAt), iso(closedAt)];
    }),
  ];
}

function minutes(from: Date, until: Date): string {
  return `${Math.round(since(from, until) / minute)} minutes`;
}
