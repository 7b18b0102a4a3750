import { findPerson } from '../../../customers/find-person.ts';
import { internal, type Text } from '../../../delivery/audience.ts';
import { loadOutcomes } from '../../../promises/load-outcomes.ts';
import { type Trust, trustOf } from '../../../promises/trust.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `trust northwind`: what was promised them and kept, late or missed, together and by whom. */
export async function trust(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const outcomes = await loadOutcomes(trip.tx, customer.id, 'internal');
    const givers = [...new Set(outcomes.map(({ byId }) => byId))];
    const lines: Text<'internal'>[] = [];
    for (const byId of givers) {
      const giver = await findPerson(trip.tx, byId);
      const theirs = trustOf(outcomes.filter(one => one.byId === byId));
      lines.push(internal`${giver?.name ?? 'Nobody by name'}: ${counts(theirs)}`);
    }
    const all = internal`What we promised ${customer.name}: ${counts(trustOf(outcomes))}`;
    return [note(customer.id, all, ...(lines.length > 1 ? lines : []))];
  });
}

function counts({ kept, late, missed, moved, open }: Trust): string {
  return `${kept} kept in time, ${late} late, ${missed} missed and still owed, ${open} open; ${moved} moved before they were due.`;
}
