import { finishTask } from '../../../conversation/vendor-desk/finish-task.ts';
import { keepPromise } from '../../../promises/keep-promise.ts';
import { notTheirsWords } from '../../../tasks/task.ts';
import { HttpProblem } from '../../api/problem.ts';
import { nothingHere } from '../door/assert-may.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

/** What waits for the vendor and is ended by one button. */
export type OwedKind = 'promise' | 'task';

/** Marks a promise of this customer as kept, or a task of it as done, as chat does. What is another customer's is not there. */
export async function endOwed(kind: OwedKind, { ports, session, params }: Doing): Promise<string> {
  const { customerId = '', id = '' } = params;
  const byId = session.person.id;
  const outcome = await ports.database.trip(async trip => {
    const { tx } = trip;
    const where = { where: { id, customerId } };
    const found =
      kind === 'promise' ? await tx.vendorPromise.findFirst(where) : await tx.task.findFirst(where);
    if (!found) throw nothingHere();
    return kind === 'promise'
      ? keepPromise(trip, { promiseId: id, byId })
      : finishTask(trip, id, byId);
  });
  if (outcome === 'not-theirs') throw new HttpProblem([409, 'not-theirs'], notTheirsWords);
  const here = `/console/customers/${encodeURIComponent(customerId)}`;
  return doneAt(here, kind === 'promise' ? 'kept' : 'closed');
}
