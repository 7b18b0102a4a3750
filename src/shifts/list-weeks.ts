import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { plus, week } from '../shared/time.ts';
import { listLoads } from './list-loads.ts';
import { loadOf } from './load.ts';
import type { Week } from './week.ts';

const thanked = z.object({ personIds: z.array(z.string()) });

/** The last seven days of everybody of the vendor's who serves: on call or not, called or not. */
export async function listWeeks({ tx, now }: Pick<Trip, 'tx' | 'now'>): Promise<Week[]> {
  const from = plus(now, -week);
  const loads = await listLoads({ tx }, { from, until: now });
  const people = await tx.person.findMany({
    where: { side: 'vendor', active: true },
    select: { id: true, name: true, timeZone: true },
  });
  const heard = await tx.evidence.findMany({
    where: { kind: { in: ['worried', 'complaint'] }, at: { gt: from } },
    distinct: ['customerId'],
    select: { customerId: true },
  });
  const worried = await tx.customer.findMany({
    where: { id: { in: heard.map(({ customerId }) => customerId) } },
    select: { advocateId: true, standInId: true },
  });
  const thanks = await tx.event.findMany({
    where: { kind: 'thanks.carried', at: { gt: from } },
    select: { data: true },
  });
  const theirs = thanks.flatMap(({ data }) => thanked.safeParse(data).data?.personIds ?? []);
  return people.map(({ id, name, timeZone }) => ({
    ...(loads.find(({ personId }) => personId === id) ??
      loadOf(id, { shifts: [], calls: [], timeZone })),
    name,
    timeZone,
    worried: worried.filter(one => (one.standInId ?? one.advocateId) === id).length,
    thanks: theirs.filter(personId => personId === id).length,
  }));
}
