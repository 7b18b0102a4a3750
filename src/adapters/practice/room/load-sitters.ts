import type { Customer } from '../../../customers/customer.ts';
import { type Person, personFrom } from '../../../customers/person.ts';
import { listSchedules } from '../../../on-call/list-schedules.ts';
import { onCallAt } from '../../../on-call/schedule.ts';
import type { Trip } from '../../../shared/database.ts';
import type { SeatName, Sitter } from './seat.ts';

/** Who may sit where in one customer's room, the one most at home first. */
export type Sitters = Readonly<Record<SeatName, readonly Sitter[]>>;

/** Everybody around one customer: its own people, the vendor's, and its manager. */
export async function loadSitters(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customer: Customer,
): Promise<Sitters> {
  const rows = await tx.person.findMany({
    where: { active: true, OR: [{ side: 'vendor' }, { customerId: customer.id }] },
    orderBy: { id: 'asc' },
  });
  const schedules = await listSchedules(tx);
  const onCall = new Set(schedules.flatMap(one => onCallAt(one, now)?.personId ?? []));
  const people = rows.map(personFrom);
  const sitters = people.map(person => sitterFrom(person, roleOf(person, customer, onCall)));
  const manager = sitters.filter(({ id }) => id === customer.managerId);
  const helpers = sitters.filter(({ side, id }) => side === 'vendor' && id !== customer.managerId);
  return {
    customer: sitters.filter(({ side }) => side !== 'vendor').sort(byRole),
    advocate: helpers.sort(byRole),
    manager: manager.length > 0 ? manager : helpers.slice(0, 1),
  };
}

const roleOrder = ['leader', 'member', 'advocate', 'backup', 'on call now', 'colleague', 'sales'];

function byRole(a: Sitter, b: Sitter): number {
  return rank(a) - rank(b);
}

function rank({ role }: Sitter): number {
  return roleOrder.findIndex(known => role.startsWith(known));
}

function roleOf({ id, side }: Person, customer: Customer, onCall: ReadonlySet<string>): string {
  if (side !== 'vendor') return id === customer.leaderId ? 'leader' : 'member';
  const roles = [
    id === customer.advocateId && 'advocate',
    id === customer.backupId && 'backup',
    id === customer.managerId && 'manager',
    onCall.has(id) && 'on call now',
    id === customer.salesId && 'sales',
  ].filter(role => role !== false);
  return roles.length > 0 ? roles.join(', ') : 'colleague';
}

function sitterFrom({ id, name, side, timeZone }: Person, role: string): Sitter {
  return { id, name, role, side, timeZone };
}
