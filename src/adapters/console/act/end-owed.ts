import { keepPromise } from '../../../promises/keep-promise.ts';
import { closeTask } from '../../../tasks/close-task.ts';
import { nothingHere } from '../door/assert-may.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

/** What waits for the vendor and is ended by one button. */
export type OwedKind = 'promise' | 'task';

/** Marks a promise of this customer as kept, or a task of it as done. What is another customer's is not there. */
export async function endOwed(kind: OwedKind, { ports, session, params }: Doing): Promise<string> {
  const { customerId = '', id = '' } = params;
  const byId = session.person.id;
  await ports.database.trip(async trip => {
    const { tx } = trip;
    const where = { where: { id, customerId } };
    const found =
      kind === 'promise' ? await tx.vendorPromise.findFirst(where) : await tx.task.findFirst(where);
    if (!found) throw nothingHere();
    if (kind === 'promise') await keepPromise(trip, { promiseId: id, byId });
    else await closeTask(trip, id, byId);
  });
  const here = `/console/customers/${encodeURIComponent(customerId)}`;
  return doneAt(here, kind === 'promise' ? 'kept' : 'closed');
}
