import type { Tx } from '../shared/database.ts';
import { inChunks } from './in-chunks.ts';
import type { Setup } from './setup.ts';
import { milestonePlans, transitionPlans } from './transition-rows.ts';

/**
 * What the store has for the customers of this setup and the file no longer mentions, by name. It is left as
 * it is: leaving something out of a file must not silence a place or end a transition.
 */
export async function listForgotten(tx: Tx, setup: Setup): Promise<string[]> {
  const ids = setup.customers.map(({ id }) => id);
  const ofThese = (some: string[]) => ({
    where: { customerId: { in: some } },
    select: { id: true },
  });
  const people = await inChunks(ids, some => tx.person.findMany(ofThese(some)));
  const places = await inChunks(ids, some => tx.place.findMany(ofThese(some)));
  const transitions = await inChunks(ids, some => tx.transition.findMany(ofThese(some)));
  const milestones = await inChunks(ids, some => tx.milestone.findMany(ofThese(some)));
  return [
    ...missing('person', people, setup.people),
    ...missing(
      'place',
      places,
      setup.customers.flatMap(customer => customer.places),
    ),
    ...missing('transition', transitions, setup.customers.flatMap(transitionPlans)),
    ...missing('milestone', milestones, setup.customers.flatMap(milestonePlans)),
  ];
}

interface Named {
  readonly id: string;
}

function missing(kind: string, known: readonly Named[], file: readonly Named[]): string[] {
  const ids = new Set(file.map(({ id }) => id));
  const gone = known.filter(({ id }) => !ids.has(id));
  return gone.map(({ id }) => `${kind} ${id} (no longer in the file)`);
}
