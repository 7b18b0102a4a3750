import type { Customer } from '../../customers/customer.ts';
import type { Trip } from '../../shared/database.ts';
import { findCurrentTransitions } from '../../transitions/find-transition.ts';
import { listMilestones } from '../../transitions/list-milestones.ts';
import type { Vocabulary } from '../../understanding/own-words.ts';

/** The names of this customer's plan, so that a step called "Crash test" worries nobody, and its own words. */
export async function findVocabulary(
  { tx, now }: Trip,
  { id, words }: Customer,
): Promise<Vocabulary> {
  const transitions = await findCurrentTransitions(tx, id, now);
  const milestones = await listMilestones(
    tx,
    transitions.map(({ id }) => id),
  );
  return { names: [...transitions, ...milestones].map(({ name }) => name), own: words };
}
