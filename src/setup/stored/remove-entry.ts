import { z } from 'zod';
import { leave } from '../../customers/leave.ts';
import { targetColumn } from '../../paging/ladder/target.ts';
import type { Trip } from '../../shared/database.ts';
import { removeTransition } from '../remove-transition.ts';
import type { Removed } from '../removed.ts';
import type { EntryName } from './entry.ts';

/** A customer is not left out of a setup: erasing it has a waiting time. */
export type Removable = Exclude<EntryName, { readonly kind: 'customer' }>;

/** Takes one entry out of the setup, as far as a file could leave it out: a person has left, a begun transition stays. */
export async function removeEntry(trip: Trip, name: Removable): Promise<Removed> {
  const { tx } = trip;
  switch (name.kind) {
    case 'person': {
      const person = await tx.person.findUnique({ where: { id: name.id } });
      if (!person) return { outcome: 'unknown' };
      await leave(trip, [name.id]);
      return { outcome: 'removed' };
    }
    case 'transition':
      return removeTransition(trip, `${name.customerId}/${name.id}`);
    case 'schedule':
      return removeSchedule(trip, name.id);
    case 'escalation':
      return removeEscalation(trip, name.id);
  }
}

const levelsColumn = z.array(z.object({ to: z.array(targetColumn) }));

async function removeSchedule({ tx }: Trip, id: string): Promise<Removed> {
  const policies = await tx.escalationPolicy.findMany({ orderBy: { id: 'asc' } });
  const users = policies.filter(({ levels, fallback }) => {
    const targets = levelsColumn.parse(levels).flatMap(({ to }) => to);
    return [...targets, ...z.array(targetColumn).parse(fallback)].some(
      target => 'schedule' in target && target.schedule === id,
    );
  });
  if (users.length > 0) return { outcome: 'needed', why: needed('escalation', users) };
  const { count } = await tx.schedule.deleteMany({ where: { id } });
  await tx.setting.deleteMany({ where: { key: `imported-overrides:${id}` } });
  return { outcome: count > 0 ? 'removed' : 'unknown' };
}

async function removeEscalation({ tx }: Trip, id: string): Promise<Removed> {
  const users = await tx.customer.findMany({
    where: { escalationId: id },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 5,
  });
  if (users.length > 0) return { outcome: 'needed', why: needed('customer', users) };
  const { count } = await tx.escalationPolicy.deleteMany({ where: { id } });
  return { outcome: count > 0 ? 'removed' : 'unknown' };
}

function needed(kind: string, users: readonly { readonly id: string }[]): string {
  return `It is still used by the ${kind} ${users.map(({ id }) => id).join(', ')}. Change that first.`;
}
