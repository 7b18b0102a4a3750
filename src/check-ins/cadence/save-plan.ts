import type { Trip } from '../../shared/database.ts';
import { plus, second } from '../../shared/time.ts';
import type { DueFor, Rung } from './cadence.ts';
import type { Scene } from './scene.ts';

/** What a decision changes about a cadence. */
export interface Plan {
  readonly rung?: Rung;
  /** When it next asks or is looked at; null = not by itself. */
  readonly at: Date | null;
  readonly dueFor?: DueFor;
  /** Why it is so, for `why`. */
  readonly reason: string;
}

/** Saves the next step of a cadence. A time that is not ahead becomes the next second, so that nothing is due for ever. */
export async function savePlan(
  { tx, now }: Trip,
  { cadence }: Pick<Scene, 'cadence'>,
  plan: Plan,
): Promise<void> {
  const rung = plan.rung ?? cadence.rung;
  const soonest = plus(now, second);
  await tx.cadence.update({
    where: { transitionId: cadence.transitionId },
    data: {
      rung,
      previousRung: rung === cadence.rung ? cadence.previousRung : cadence.rung,
      dueAt: plan.at && plan.at < soonest ? soonest : plan.at,
      dueFor: plan.dueFor ?? 'slot',
      lastReason: plan.reason,
    },
  });
}
