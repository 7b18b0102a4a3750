import { nothingHere } from '../door/assert-may.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

/** Forgets a view of this person's own. Another person's is not there. */
export async function endView({ ports, session, params }: Doing): Promise<string> {
  const { id = '' } = params;
  const where = { id, personId: session.person.id };
  const { count } = await ports.database.trip(({ tx }) => tx.portfolioView.deleteMany({ where }));
  if (count === 0) throw nothingHere();
  return doneAt('/console', 'unviewed');
}
