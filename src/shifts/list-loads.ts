import { listSchedules } from '../on-call/list-schedules.ts';
import { shiftsOf } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { type Load, loadOf } from './load.ts';

/** What being on call was, between two instants, for everybody who was or was called. Schedules that overlap both count. */
export async function listLoads(
  { tx }: Pick<Trip, 'tx'>,
  { from, until }: { from: Date; until: Date },
): Promise<(Load & { readonly name: string })[]> {
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
  return people.map(({ id, name, timeZone }) => ({
    name,
    ...loadOf(id, {
      timeZone,
      shifts: shifts.filter(({ personId }) => personId === id),
      calls: calls.filter(({ toPersonId }) => toPersonId === id).map(({ createdAt }) => createdAt),
    }),
  }));
}
