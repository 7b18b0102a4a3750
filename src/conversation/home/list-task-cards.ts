import type { Person } from '../../customers/person.ts';
import { internal, time } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { taskCard } from '../../tasks/task.ts';

const shownAtMost = 10;

/** What waits for this person: customers who want news of them, then their tasks, the oldest first. */
export async function listTaskCards(trip: Trip, person: Person): Promise<Card[]> {
  return [...(await listNewsCards(trip, person)), ...(await listOwnTasks(trip, person))];
}

async function listNewsCards({ tx }: Trip, { id }: Person): Promise<Card[]> {
  const customers = await tx.customer.findMany({
    where: { OR: [{ advocateId: id }, { backupId: id }] },
    select: { id: true, name: true },
  });
  const names = new Map(customers.map(one => [one.id, one.name]));
  const requests = await tx.newsRequest.findMany({
    where: { openKey: { in: [...names.keys()] } },
    orderBy: { askedAt: 'asc' },
    take: shownAtMost,
  });
  return requests.map(({ customerId, askedAt }) =>
    internalCard('news-request', customerId, {
      heading: internal`${names.get(customerId) ?? customerId} waits for news`,
      body: [internal`Since ${time(askedAt)}. Answer with "publish ${customerId}: …".`],
    }),
  );
}

async function listOwnTasks({ tx }: Trip, { id }: Person): Promise<Card[]> {
  const tasks = await tx.task.findMany({
    where: { assigneeId: id, state: 'open' },
    orderBy: { createdAt: 'asc' },
    take: shownAtMost,
  });
  const customers = await tx.customer.findMany({
    where: { id: { in: tasks.map(({ customerId }) => customerId) } },
    select: { id: true, name: true },
  });
  const names = new Map(customers.map(one => [one.id, one.name]));
  return tasks.map(task =>
    taskCard({ ...task, customerName: names.get(task.customerId) ?? task.customerId }),
  );
}
