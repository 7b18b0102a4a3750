import { z } from 'zod';
import { belongs, type Cadence, type Rung, rungs, rungWords } from '../cadence/cadence.ts';
import type { Scene } from '../cadence/scene.ts';
import { heldRung, permittedRung } from '../cadence/step.ts';

/** What a manager can change. Null takes a bound or a pause away again. */
export interface CadenceChange {
  readonly rung?: Rung;
  readonly boundMin?: Rung | null;
  readonly boundMax?: Rung | null;
  /** 0.2 close, 0.5 normal, 1.2 light. */
  readonly closeness?: number;
  /** Holds the rung; left out, a rung that is set is held. */
  readonly pinned?: boolean;
  readonly pausedUntil?: Date | null;
}

const rungField = z.enum(rungs);

/** A settable part of a cadence, as the audit log keeps it. */
export const recordColumn = z.object({
  rung: rungField,
  boundMin: rungField.nullable(),
  boundMax: rungField.nullable(),
  closeness: z.number(),
  pinned: z.boolean(),
  pinnedRung: rungField.nullable(),
  pausedUntil: z.coerce.date().nullable(),
  stopped: z.boolean(),
  notBefore: z.string().nullable(),
  fixedTime: z.string().nullable(),
  notQuicker: rungField.nullable(),
  notSlower: rungField.nullable(),
  setBy: z.string().nullable(),
  setWhy: z.string().nullable(),
});

/**
 * The cadence with a manager's change in it. A rung that is set is held, within the bounds that then are,
 * from the moment its phase is there. A wish of the customer outlives it.
 */
export function changed({ cadence, transition }: Scene, change: CadenceChange): Cadence {
  const { phase } = transition;
  const { rung: _, ...rest } = change;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const isHeld = change.pinned ?? (change.rung ? true : cadence.pinned);
  const next: Cadence = {
    ...cadence,
    ...given,
    pinned: isHeld,
    pinnedRung: isHeld ? (change.rung ?? cadence.pinnedRung ?? cadence.rung) : null,
  };
  const asked = change.rung && belongs(change.rung, phase) ? change.rung : cadence.rung;
  const isResumed = change.pausedUntil === null;
  return {
    ...next,
    rung: heldRung(next, phase) ?? permittedRung(asked, next, phase),
    restingSince: isResumed ? null : cadence.restingSince,
    restAttempt: isResumed ? null : cadence.restAttempt,
  };
}

/** A change in words: "daily, held", "between daily and weekly". */
export function changeWords(change: CadenceChange): string {
  const { rung, boundMin, boundMax, closeness, pinned, pausedUntil } = change;
  const parts = [
    ...(rung ? [rungWords(rung)] : []),
    ...(boundMin ? [`at closest ${rungWords(boundMin)}`] : []),
    ...(boundMax ? [`at widest ${rungWords(boundMax)}`] : []),
    ...(boundMin === null || boundMax === null ? ['the bounds of the phase'] : []),
    ...(closeness === undefined ? [] : [`closeness ${closenessWords(closeness)}`]),
    ...(pinned === undefined ? [] : [pinned ? 'held' : 'moving by itself']),
    ...(pausedUntil === undefined ? [] : [pausedUntil ? 'paused' : 'going on']),
  ];
  return parts.join(', ');
}

/** The dial in a word. */
export function closenessWords(closeness: number): string {
  if (closeness <= 0.2) return 'close';
  return closeness >= 1.2 ? 'light' : 'normal';
}
