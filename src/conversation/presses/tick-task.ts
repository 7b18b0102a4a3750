import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { notTheirsWords } from '../../tasks/task.ts';
import { note, type Reply } from '../replies/reply.ts';
import { finishTask } from '../vendor-desk/finish-task.ts';
import { noteUnanswered } from '../vendor-desk/note-unanswered.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Done" on a task; its card shows it. */
export async function tickTask(
  trip: Trip,
  { turn, subject, customerId }: CheckedPress,
): Promise<Reply[]> {
  const outcome = await finishTask(trip, subject, turn.actor?.id ?? '');
  if (outcome === 'not-theirs') return [note(customerId, internal`${notTheirsWords}`)];
  const waits =
    outcome === 'closed' &&
    (await noteUnanswered(trip, { taskId: subject, byId: turn.actor?.id ?? '' }));
  if (waits) return [waits];
  return outcome === 'already' ? [note(customerId, internal`That was done already.`)] : [];
}
