import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { current } from './leave.ts';

export interface NewLeave {
  readonly person: Person;
  readonly from: Date;
  readonly until: Date;
  /** Who is there meanwhile; null = each customer's backup, else its manager. */
  readonly standIn: Person | null;
}

/** One customer of theirs, and who is there meanwhile; null when there is nobody. */
export interface Cover {
  readonly customerName: string;
  readonly standInName: string | null;
}

/** Plans who is there for each customer while its advocate is away. A leave that was planned before gives way to this one. */
export async function planLeave(trip: Trip, leave: NewLeave): Promise<Cover[]> {
  const { tx, now, random } = trip;
  const { person, from, until } = leave;
  await tx.standIn.updateMany({
    where: { personId: person.id, state: 'planned' },
    data: { state: 'cancelled', dueAt: null },
  });
  const customers = await tx.customer.findMany({
    where: { advocateId: person.id },
    orderBy: { name: 'asc' },
  });
  const covers: Cover[] = [];
  for (const customer of customers) {
    const under = { customerId: customer.id, state: { in: [...current] } };
    const standIn = await findStandIn(trip, leave, [customer.backupId, customer.managerId]);
    const isTaken = (await tx.standIn.count({ where: under })) > 0;
    covers.push({ customerName: customer.name, standInName: standIn?.name ?? null });
    if (!standIn || isTaken) continue;
    const row = { personId: person.id, customerId: customer.id, standInId: standIn.id };
    const { id } = await tx.standIn.create({
      data: { id: random.id(), ...row, from, until, state: 'planned', moved: [], dueAt: from },
    });
    await tx.audit.create({
      data: {
        id: random.id(),
        at: now,
        actorId: person.id,
        action: 'leave.plan',
        customerId: customer.id,
        subject: id,
        after: { standInId: standIn.id, from: from.toISOString(), until: until.toISOString() },
      },
    });
  }
  return covers;
}

async function findStandIn(
  { tx }: Trip,
  { person, standIn }: NewLeave,
  others: readonly (string | null)[],
): Promise<Person | null> {
  if (standIn) return standIn;
  for (const id of others) {
    const other = await findPerson(tx, id);
    if (other?.active && other.side === 'vendor' && other.id !== person.id) return other;
  }
  return null;
}
