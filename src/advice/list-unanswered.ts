import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';

/** A question whose asker has heard no answer from us. */
export interface Unanswered {
  readonly taskId: string;
  readonly customerId: string;
  readonly taskText: string;
  readonly askerName: string | null;
  readonly isOpen: boolean;
}

/** So long after somebody ticked a question off they may still say the answer for whoever asked. */
const sayableFor = day;

/** The questions that this person has, or has just ticked off, the newest first. */
export async function listUnanswered(
  { tx, now }: Trip,
  { personId, customerId }: { readonly personId: string; readonly customerId?: string | undefined },
): Promise<Unanswered[]> {
  const tasks = await tx.task.findMany({
    where: {
      ...(customerId ? { customerId } : {}),
      OR: [
        { assigneeId: personId, state: 'open' },
        { closedById: personId, closedAt: { gt: plus(now, -sayableFor) } },
      ],
    },
    orderBy: { createdAt: 'desc' },
  });
  const rows = await tx.advice.findMany({
    where: { taskId: { in: tasks.map(({ id }) => id) }, answeredAt: null },
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.flatMap(row => row.personId ?? []) } },
    select: { id: true, name: true },
  });
  return tasks.flatMap(task => {
    const row = rows.find(({ taskId }) => taskId === task.id);
    if (!row) return [];
    return {
      taskId: task.id,
      customerId: task.customerId,
      taskText: task.text,
      askerName: people.find(({ id }) => id === row.personId)?.name ?? null,
      isOpen: task.state === 'open',
    };
  });
}
