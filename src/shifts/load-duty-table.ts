import { listSchedules } from '../on-call/list-schedules.ts';
import { shiftsOf } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { loadOf, loadTable } from './load.ts';

/** Hours and nights on call between two instants, a line a person, as CSV. Schedules that overlap both count. */
export async function loadDutyTable(
  { tx }: Pick<Trip, 'tx'>,
  { from, until }: { from: Date; until: Date },
): Promise<string> {
  const shifts = (await listSchedules(tx)).flatMap(one => shiftsOf(one, from, until));
  const calls = await tx.message.findMany({
    where: { name: 'page', lane: 'pages', createdAt: { gte: from, lt: until } },
    select: { toPersonId: true, createdAt: true },
  });
  const ids = [
    ...new Set([
      ...shifts.map(({ personId }) => personId),
      ...calls.flatMap(({ toPersonId }) => toPersonId ?? []),
    ]),
  ];
  const people = await tx.person.findMany({
    where: { id: { in: ids }, side: 'vendor' },
    orderBy: { id: 'asc' },
  });
  return loadTable(
    people.map(({ id, name, timeZone }) => ({
      name,
      ...loadOf(id, {
        timeZone,
        shifts: shifts.filter(({ personId }) => personId === id),
        calls: calls
          .filter(({ toPersonId }) => toPersonId === id)
          .map(({ createdAt }) => createdAt),
      }),
    })),
  );
}
