import { z } from 'zod';
import { type Escalation, escalationFrom } from '../paging/ladder/escalation.ts';
import { type Proof, proofColumn } from './proof.ts';

/** The ladder of a transition, run as it would be for a page, so that everybody knows before the night that it holds. */
export interface Drill {
  readonly id: string;
  readonly customerId: string;
  readonly transitionId: string;
  readonly startedById: string;
  readonly startedAt: Date;
  /** Its levels with the people who serve in the window in place of schedules. */
  readonly policy: Escalation;
  readonly level: number;
  readonly state: 'running' | 'done';
  /** What it proves, as it was then. */
  readonly proof: Proof;
  readonly signedById: string | null;
  readonly signedAt: Date | null;
  readonly voidedAt: Date | null;
  /** What has changed since, in words; null while it counts. */
  readonly voided: string | null;
}

/** One person called for a drill by one medium. */
export interface DrillCall {
  readonly id: string;
  readonly drillId: string;
  readonly personId: string;
  readonly level: number;
  readonly via: string;
  readonly address: string | null;
  readonly state: 'planned' | 'called' | 'failed' | 'stood-down';
  readonly messageKey: string;
  readonly calledAt: Date | null;
  readonly answeredAt: Date | null;
  readonly answeredVia: string | null;
}

/** What came of one person at one level. */
export interface Tried {
  readonly personId: string;
  readonly via: readonly string[];
  readonly calledAt: Date | null;
  readonly answer: { readonly at: Date; readonly via: string } | null;
}

const stateColumn = z.enum(['running', 'done']);
const callStateColumn = z.enum(['planned', 'called', 'failed', 'stood-down']);

/** A stored row as a drill. */
export function drillFrom(
  row: Omit<Drill, 'policy' | 'state' | 'proof'> & {
    policy: unknown;
    state: string;
    proof: unknown;
  },
): Drill {
  const policy = escalationFrom(row.policy);
  return {
    ...row,
    policy,
    state: stateColumn.parse(row.state),
    proof: proofColumn.parse(row.proof),
  };
}

/** A stored row as a call. */
export function drillCallFrom(row: Omit<DrillCall, 'state'> & { state: string }): DrillCall {
  return { ...row, state: callStateColumn.parse(row.state) };
}

/** Each person called at a level, in the order of their calls. */
export function triedAt(calls: readonly DrillCall[], level: number): Tried[] {
  const here = calls.filter(call => call.level === level);
  return [...new Set(here.map(({ personId }) => personId))].map(personId => {
    const own = here.filter(call => call.personId === personId);
    const called = own.filter(({ calledAt }) => calledAt !== null);
    const answered = own.find(({ answeredAt }) => answeredAt !== null);
    return {
      personId,
      via: called.map(({ via }) => via),
      calledAt: called[0]?.calledAt ?? null,
      answer: answered?.answeredAt
        ? { at: answered.answeredAt, via: answered.answeredVia ?? answered.via }
        : null,
    };
  });
}

/** Has everybody called at this level answered? */
export function isLevelAnswered(calls: readonly DrillCall[], level: number): boolean {
  const tried = triedAt(calls, level);
  return tried.length > 0 && tried.every(({ answer }) => answer !== null);
}
