import { z } from 'zod';
import { type TransitionKind, transitionKinds } from '../confidence/policy.ts';
import { day } from '../shared/time.ts';

export const phases = ['preparing', 'live', 'settling', 'steady', 'graduated'] as const;
export type Phase = (typeof phases)[number];

/** One stressful change of one customer. */
export interface Transition {
  readonly id: string;
  /** Its own short name within the customer, "erp-go-live". */
  readonly key: string;
  readonly customerId: string;
  readonly kind: TransitionKind;
  readonly name: string;
  readonly windowFrom: Date;
  readonly windowUntil: Date;
  readonly phase: Phase;
  readonly phaseSince: Date;
  /** Why a phase change that is due waits, in words for the manager. */
  readonly heldReason: string | null;
  /** When the customer was last asked whether we may step back. */
  readonly proposedAt: Date | null;
}

const kindColumn = z.enum(transitionKinds);
const phaseColumn = z.enum(phases);

interface TransitionRow extends Omit<Transition, 'kind' | 'phase'> {
  kind: string;
  phase: string;
}

/** A stored row as a transition. */
export function transitionFrom(row: TransitionRow): Transition {
  return {
    id: row.id,
    key: row.key,
    customerId: row.customerId,
    kind: kindColumn.parse(row.kind),
    name: row.name,
    windowFrom: row.windowFrom,
    windowUntil: row.windowUntil,
    phase: phaseColumn.parse(row.phase),
    phaseSince: row.phaseSince,
    heldReason: row.heldReason,
    proposedAt: row.proposedAt,
  };
}

/** True while the work runs: quiet hours and budgets do not hold, and news grows stale. */
export function isWindowOpen(transition: Pick<Transition, 'phase'>): boolean {
  return transition.phase === 'live';
}

const settlingDays: Readonly<Record<TransitionKind, number>> = {
  'go-live': 14,
  upgrade: 7,
  outsourcing: 30,
  'new-method': 14,
};

/** How long a transition of this kind settles before it may be called steady, in milliseconds. */
export function settlingTime(kind: TransitionKind): number {
  return settlingDays[kind] * day;
}

/** Live ones first, then those whose window is nearest to `now`. */
export function byUrgency(transitions: readonly Transition[], now: Date): Transition[] {
  const distance = ({ windowFrom, windowUntil }: Transition): number => {
    if (now < windowFrom) return windowFrom.getTime() - now.getTime();
    return Math.max(0, now.getTime() - windowUntil.getTime());
  };
  const rank = (transition: Transition): number => (isWindowOpen(transition) ? 0 : 1);
  return [...transitions].sort(
    (a, b) => rank(a) - rank(b) || distance(a) - distance(b) || a.id.localeCompare(b.id),
  );
}
