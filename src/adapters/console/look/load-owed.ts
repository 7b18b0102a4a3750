import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import type { Promised } from '../../../promises/promise.ts';
import type { Trip } from '../../../shared/database.ts';
import { day, plus } from '../../../shared/time.ts';

/** Something one of the vendor's people is to do for a customer. */
export interface OpenTask {
  readonly id: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly assigneeName: string;
}

/** Something that a partner's person has, or had until lately. */
export interface Handed {
  readonly what: string;
  readonly partnerName: string;
  readonly givenAt: Date;
  /** When it came back, and what they found; null = they have it. */
  readonly backAt: Date | null;
  readonly backWords: string | null;
}

/** What waits for the vendor: promises, tasks, what partners have, and service requests that nobody has looked at. */
export interface Owed {
  readonly promises: readonly Promised[];
  readonly tasks: readonly OpenTask[];
  readonly handed: readonly Handed[];
  /** Requests waiting for a decision, and queried ones. */
  readonly requests: number;
}

const mostTasks = 20;
/** What a partner gave back longer ago than this is told by the timeline alone. */
const backWithin = 14 * day;

/** Reads what waits for the vendor at one customer. */
export async function loadOwed(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customerId: string,
): Promise<Owed> {
  const since = plus(now, -backWithin);
  const handed = await tx.partnerMatter.findMany({
    where: { customerId, OR: [{ backAt: null }, { backAt: { gt: since } }] },
    orderBy: { givenAt: 'desc' },
    take: mostTasks,
  });
  const tasks = await tx.task.findMany({
    where: { customerId, state: 'open' },
    orderBy: { createdAt: 'asc' },
    take: mostTasks,
  });
  const people = await tx.person.findMany({
    where: {
      id: {
        in: [...tasks.map(one => one.assigneeId), ...handed.map(one => one.partnerId)],
      },
    },
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
    handed: handed.map(({ partnerId, ...one }) => ({
      ...one,
      partnerName: names.get(partnerId) ?? partnerId,
    })),
    requests: await tx.serviceRequest.count({
      where: { customerId, state: { in: ['waiting', 'queried'] } },
    }),
  };
}
