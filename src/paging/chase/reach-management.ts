import type { Trip } from '../../shared/database.ts';
import { instantText } from '../../shared/instant-text.ts';
import { openTask } from '../../tasks/open-task.ts';
import { managementKey, managementKind } from '../../tasks/task.ts';
import type { PageView } from '../show/page-view.ts';

/**
 * A page that has reached its customer's manager stays theirs until they say that it is solved, whoever works on it: a task that
 * their mornings tell of. The page itself rings; nothing more is said of it now.
 */
export async function reachManagement(
  trip: Trip,
  { page, customer }: PageView,
  personId: string,
): Promise<void> {
  const isManagers = personId === customer.managerId && personId !== customer.advocateId;
  if (!isManagers || page.weight !== 'critical') return;
  await openTask(trip, {
    key: managementKey(page.id),
    customerId: customer.id,
    kind: managementKind,
    text: `A page reached you, raised ${instantText(page.raisedAt)}. Whoever works on it, it stays yours until you say that it is solved: close this then.`,
    assigneeId: personId,
    urgency: 'in-morning',
  });
}
