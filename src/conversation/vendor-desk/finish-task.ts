import { endRest } from '../../check-ins/silence/end-rest.ts';
import type { Trip } from '../../shared/database.ts';
import { closeTask } from '../../tasks/close-task.ts';

/** Closes a task. When somebody has looked after a silent customer, the check-ins that rested for it go on. */
export async function finishTask(
  trip: Trip,
  taskId: string,
  byId: string,
): Promise<Awaited<ReturnType<typeof closeTask>>> {
  const outcome = await closeTask(trip, taskId, byId);
  const task = await trip.tx.task.findUnique({ where: { id: taskId } });
  if (outcome !== 'closed' || task?.kind !== 'silent') return outcome;
  const resting = await trip.tx.cadence.findMany({
    where: { customerId: task.customerId, restingSince: { not: null } },
  });
  for (const { transitionId } of resting) await endRest(trip, transitionId);
  return outcome;
}
