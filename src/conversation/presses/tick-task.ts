import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { finishTask } from '../finish-task.ts';
import { note, type Reply } from '../reply.ts';
import type { Allowed } from './carry-out.ts';

/** "Done" on a task; its card shows it. */
export async function tickTask(
  trip: Trip,
  { occasion, subject, customerId }: Allowed,
): Promise<Reply[]> {
  const outcome = await finishTask(trip, subject, occasion.actor?.id ?? '');
  return outcome === 'already' ? [note(customerId, internal`That was done already.`)] : [];
}
