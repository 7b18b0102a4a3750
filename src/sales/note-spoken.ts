import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { closeTask } from '../tasks/close-task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { salesPolicy } from './hold.ts';

/** Sales has spoken with them: what asked for it is done, and the next conversation is due after the rhythm's time. */
export async function noteSpoken(
  trip: Trip,
  {
    customerId,
    person,
  }: { readonly customerId: string; readonly person: { id: string; name: string } },
): Promise<Date> {
  const { tx, now } = trip;
  const promptAt = plus(now, salesPolicy.every);
  const row = await tx.salesRhythm.findUnique({ where: { customerId } });
  if (row?.taskId) await closeTask(trip, row.taskId, person.id);
  const data = { spokeAt: now, promptAt, taskId: null };
  await tx.salesRhythm.upsert({
    where: { customerId },
    create: { customerId, dueAt: promptAt, ...data },
    update: { ...data, ...(row && row.toldIds.length > 0 ? {} : { dueAt: promptAt }) },
  });
  await recordEvent(trip, {
    customerId,
    kind: 'sales.spoke',
    visibility: 'internal',
    text: `${person.name} spoke with them for sales.`,
    authorId: person.id,
  });
  return promptAt;
}
