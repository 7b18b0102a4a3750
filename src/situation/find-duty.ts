import type { Customer } from '../customers/customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findSchedule } from '../on-call/get-schedule.ts';
import { nextOnCall, onCallAt } from '../on-call/schedule.ts';
import { escalationFrom } from '../paging/ladder/escalation.ts';
import type { Trip } from '../shared/database.ts';
import type { OnCall, OnDuty } from './duty.ts';
import { findBackAt } from './find-back-at.ts';

/** Who stands by this customer: its advocate, and whoever is on call by the first schedule of its escalation. */
export async function findDuty(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customer: Customer,
): Promise<OnDuty> {
  const advocate = await findPerson(tx, customer.advocateId);
  const isHere = advocate?.active === true;
  return {
    advocateName: isHere ? advocate.name : null,
    advocateBackAt: isHere ? await findBackAt({ tx, now }, customer, advocate.id) : null,
    onCall: await findOnCall({ tx, now }, customer),
  };
}

async function findOnCall(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customer: Customer,
): Promise<OnCall | null> {
  const policy = await tx.escalationPolicy.findUnique({ where: { id: customer.escalationId } });
  const targets = policy ? escalationFrom(policy).levels.flatMap(level => level.to) : [];
  const scheduled = targets.find(target => 'schedule' in target);
  const schedule = scheduled ? await findSchedule(tx, scheduled.schedule) : null;
  const duty = schedule && onCallAt(schedule, now);
  const person = duty && (await findPerson(tx, duty.personId));
  if (!schedule || !duty || !person?.active) return null;
  const next = nextOnCall(schedule, now);
  const after = next ? await findPerson(tx, next.personId) : null;
  return {
    personId: person.id,
    name: person.name,
    until: duty.until,
    nextName: after?.name ?? null,
  };
}
