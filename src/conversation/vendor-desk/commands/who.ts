import type { Customer } from '../../../customers/customer.ts';
import { findPerson } from '../../../customers/find-person.ts';
import type { Audience } from '../../../delivery/audience.ts';
import { internal, type Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { findDuty } from '../../../situation/find-duty.ts';
import { dutyText } from '../../../situation/situation-card.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `who northwind`: who looks after this customer, and who is who on its side. */
export async function who(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const duty = dutyText(await findDuty(trip, customer));
    const body: Text<Audience>[] = [
      internal`${customer.name}`,
      await ours(trip, customer),
      await theirs(trip, customer),
    ];
    if (duty) body.push(internal`With them now: ${duty}`);
    return [note(customer.id, ...body)];
  });
}

async function ours(trip: Trip, customer: Customer): Promise<Text<'internal'>> {
  const roles = [
    ['advocate', customer.advocateId],
    ['backup', customer.backupId],
    ['sales', customer.salesId],
    ['manager', customer.managerId],
  ] as const;
  const parts: string[] = [];
  for (const [role, id] of roles) {
    const person = await findPerson(trip.tx, id);
    if (person) parts.push(`${person.name} (${role})`);
  }
  return internal`Our side: ${parts.join(', ')}.`;
}

async function theirs(trip: Trip, customer: Customer): Promise<Text<'internal'>> {
  const leader = await findPerson(trip.tx, customer.leaderId);
  const members = await trip.tx.person.findMany({
    where: {
      customerId: customer.id,
      side: 'customer',
      active: true,
      id: { not: leader?.id ?? '' },
    },
    orderBy: { id: 'asc' },
    select: { name: true },
    take: 10,
  });
  const names = [...(leader ? [`${leader.name} (leads)`] : []), ...members.map(({ name }) => name)];
  return internal`Their side: ${names.length > 0 ? names.join(', ') : 'nobody listed'}.`;
}
