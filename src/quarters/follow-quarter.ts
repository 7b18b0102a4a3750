import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { type Quarter, readQuarter } from '../shared/quarter.ts';
import { openTask } from '../tasks/open-task.ts';
import { loadQuarter } from './load-quarter.ts';
import { planQuarters } from './plan-quarters.ts';
import { isTold } from './quarter-facts.ts';

/**
 * Engine handler: a quarter is over. Where facts tell of it, its review is drafted and whoever looks after the customer is
 * asked to look at it; and the next one is planned.
 */
export async function followQuarter(trip: Trip, id: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.quarterReview.findUniqueOrThrow({ where: { id } });
  const customer = await findCustomer(tx, row.customerId);
  const quarter = customer && readQuarter(row.quarter, now, customer.timeZone);
  const advocate = customer && (await findAdvocate(trip, customer));
  await tx.quarterReview.update({ where: { id }, data: { dueAt: null } });
  if (!customer || !quarter) return;
  await planQuarters(trip, [customer]);
  if (row.state === 'published') return;
  if (!advocate || !isTold(await loadQuarter(trip, customer, quarter))) {
    await tx.quarterReview.update({ where: { id }, data: { state: 'skipped' } });
    return;
  }
  const taskId = await openTask(trip, {
    key: `quarter:${id}`,
    customerId: customer.id,
    kind: 'quarter',
    text: taskText(customer, quarter),
    assigneeId: advocate.id,
    urgency: 'in-hours',
  });
  await tx.quarterReview.update({ where: { id }, data: { state: 'drafted', taskId } });
}

function taskText(
  { id, name }: { readonly id: string; readonly name: string },
  quarter: Quarter,
): string {
  return `${name}: the review of ${quarter.name} is drafted. "quarterly ${id} ${quarter.name}" shows it; nothing goes to them until you publish it.`;
}
