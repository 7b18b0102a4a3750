import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import type { Promised } from '../../../promises/promise.ts';
import type { Trip } from '../../../shared/database.ts';

/** Something one of the vendor's people is to do for a customer. */
export interface OpenTask {
  readonly id: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly assigneeName: string;
}

/** What waits for the vendor: promises, tasks, and service requests that nobody has looked at. */
export interface Owed {
  readonly promises: readonly Promised[];
  readonly tasks: readonly OpenTask[];
  /** Requests waiting for a decision, and queried ones. */
  readonly requests: number;
}

const mostTasks = 20;

/** Reads what waits for the vendor at one customer. */
export async function loadOwed({ tx }: Pick<Trip, 'tx'>, customerId: string): Promise<Owed> {
  const tasks = await tx.task.findMany({
    where: { customerId, state: 'open' },
    orderBy: { createdAt: 'asc' },
    take: mostTasks,
  });
  const people = await tx.person.findMany({
    where: { id: { in: tasks.map(({ assigneeId }) => assigneeId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    promises: await listOpenPromises(tx, customerId, 'internal'),
    tasks: tasks.map(({ id, text, createdAt, assigneeId }) => ({
      id,
      text,
      createdAt,
      assigneeName: names.get(assigneeId) ?? assigneeId,
    })),
    requests: await tx.serviceRequest.count({
      where: { customerId, state: { in: ['waiting', 'queried'] } },
    }),
  };
}
