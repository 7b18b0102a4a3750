import type { Trip } from '../shared/database.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import type { Vocabulary } from '../understanding/understand.ts';

/** The names this customer uses for its plan, so that a step called "Crash test" worries nobody. */
export async function findVocabulary({ tx, now }: Trip, customerId: string): Promise<Vocabulary> {
  const transitions = await findCurrentTransitions(tx, customerId, now);
  const milestones = await listMilestones(
    tx,
    transitions.map(({ id }) => id),
  );
  return { names: [...transitions, ...milestones].map(({ name }) => name) };
}
