import { type Finding, fine, fix, named, note } from './finding.ts';
import type { Counts } from './load-counts.ts';

/** Customers that could not be spoken with, or have nobody to stand in. */
export function checkCustomers({ customers, places, people }: Counts): Finding[] {
  if (customers.length === 0) {
    return [note('customers', 'none yet. Import a setup file: handrail import FILE.')];
  }
  const withPlace = (audience: string) =>
    new Set(
      places
        .filter(place => place.audience === audience && !place.parkedReason)
        .map(({ customerId }) => customerId),
    );
  const [shared, internal] = [withPlace('shared'), withPlace('internal')];
  const active = new Set(people.filter(one => one.active).map(({ id }) => id));
  const without = (has: (id: string) => boolean) =>
    customers.map(({ id }) => id).filter(id => !has(id));
  const silent = without(id => shared.has(id));
  const orphaned = customers.filter(({ advocateId }) => !active.has(advocateId));
  const alone = customers.filter(({ backupId }) => !backupId || !active.has(backupId));
  const parked = places.filter(({ parkedReason }) => parkedReason);
  return [
    fine('customers', `${customers.length}.`),
    ...listed(
      fix,
      'customers',
      silent,
      'no shared place, so Handrail cannot speak with them. Give each one in its setup',
    ),
    ...listed(
      fix,
      'customers',
      orphaned.map(({ id }) => id),
      'an advocate who is not there. Name another in the setup',
    ),
    ...listed(
      note,
      'customers',
      alone.map(({ id }) => id),
      'no backup for the advocate',
    ),
    ...listed(
      note,
      'customers',
      without(id => internal.has(id)),
      'no internal place, so the team hears directly only',
    ),
    ...listed(
      fix,
      'places',
      parked.map(({ id }) => id),
      'parked: nothing is sent there until somebody settles who reads it',
    ),
  ];
}

function listed(
  as: (about: string, text: string) => Finding,
  about: string,
  ids: readonly string[],
  what: string,
): Finding[] {
  return ids.length === 0 ? [] : [as(about, `${what}: ${named(ids)}.`)];
}
