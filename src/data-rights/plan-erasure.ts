import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { subjectPrint } from './erasure.ts';
import { loadSubject } from './load-subject.ts';

/** Plans to forget somebody, or keeps the plan there is. Returns when. Throws BadInputError when there is no such one. */
export async function planErasure(trip: Trip, id: string, wait: number): Promise<Date> {
  const { tx, now, random } = trip;
  await loadSubject(tx, id);
  const subject = subjectPrint(id);
  const known = await tx.erasure.findUnique({ where: { subject } });
  if (known?.dueAt && wait > 0) return known.dueAt;
  const dueAt = plus(now, wait);
  const plan = { target: id, askedAt: known?.dueAt ? known.askedAt : now, dueAt, doneAt: null };
  await tx.erasure.upsert({
    where: { subject },
    create: { id: random.id(), subject, ...plan },
    update: plan,
  });
  return dueAt;
}
