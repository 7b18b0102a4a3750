import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { type Filler, filledIn, mayFill } from './filler.ts';
import { mostOptions } from './list-customer-choices.ts';

/** One transition whose check-ins this person may change. */
export interface Managed {
  readonly id: string;
  readonly customerId: string;
  readonly label: string;
}

export interface ManagedChoices {
  readonly transitions: readonly Managed[];
  readonly chosen: Managed | null;
}

/** In the order of the customers' names, one more than are shown. */
const managed = statement(
  'managed-transitions',
  `SELECT t.id, t."customerId", c.name || ': ' || t.name AS label
   FROM customer c JOIN transition t ON t."customerId" = c.id
   WHERE c."managerId" = $1 AND t.phase <> 'graduated' AND ($2::text IS NULL OR t.id = $2 OR c.id = $3)
   ORDER BY c.name, c.id, t."windowFrom" LIMIT ${mostOptions + 1}`,
  z.object({ id: z.string(), customerId: z.string(), label: z.string() }),
);

/** What is underway at the customers this person manages, at most 100; the place's own first, and whichever is chosen. */
export async function listManagedTransitions(
  { run }: Trip,
  filler: Filler,
): Promise<ManagedChoices> {
  const { id: managerId } = filler.actor;
  if (!mayFill(filler, 'cadence', { id: '', managerId })) return { transitions: [], chosen: null };
  const all = await run(managed, [managerId, null, null]);
  const picked = filledIn(filler, 'transition');
  const place = filler.place?.id ?? '';
  const wanted = picked || place ? await run(managed, [managerId, picked, place]) : [];
  const only = all.length === 1 ? all[0] : undefined;
  const chosen = wanted.find(one => one.id === picked) ?? wanted[0] ?? only ?? null;
  const others = all.filter(one => one.id !== chosen?.id);
  const shown = [...(chosen ? [chosen] : []), ...others].slice(0, mostOptions);
  return { transitions: shown, chosen };
}
