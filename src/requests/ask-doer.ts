import { getCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { openTask } from '../tasks/open-task.ts';
import { queryText } from './review-card.ts';
import type { ServiceRequest } from './service-request.ts';
import { isSameName } from './terms.ts';

/** Asks whoever did the work: a task of theirs, which comes back each morning. Somebody we do not know is asked by the advocate. */
export async function askDoer(
  trip: Trip,
  { request, byId }: { readonly request: ServiceRequest; readonly byId: string },
): Promise<void> {
  const { tx, now } = trip;
  const { id, customerId, work } = request;
  const people = await tx.person.findMany({ where: { side: 'vendor', active: true } });
  const doer =
    people.find(({ id: personId }) => personId === work.by) ??
    people.find(({ name }) => isSameName(name, work.by));
  const customer = await getCustomer(tx, customerId);
  const known = doer
    ? queryText(request)
    : `Ask ${work.by}, whom I cannot reach. ${queryText(request)}`;
  const taskId = await openTask(trip, {
    key: `query:${id}:${now.getTime()}`,
    customerId: customer.id,
    kind: 'query',
    text: known,
    assigneeId: doer?.id ?? byId,
    urgency: 'in-hours',
  });
  await tx.serviceRequest.update({ where: { id }, data: { queryTaskId: taskId } });
}
