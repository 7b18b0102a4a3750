import { findPerson } from '../customers/find-person.ts';
import { forgetWays } from '../reach/forget-ways.ts';
import type { Trip } from '../shared/database.ts';
import { handOverDuties } from './hand-over-duties.ts';
import { handOverPartner } from './hand-over-partner.ts';
import { handOverSeat } from './hand-over-seat.ts';

/** Engine handler: what somebody who has left had in hand goes on without them, and whoever answers for it is told. */
export async function handOver(trip: Trip, personId: string): Promise<void> {
  const { tx } = trip;
  await tx.person.update({ where: { id: personId }, data: { departureDueAt: null } });
  const person = await findPerson(tx, personId);
  if (person?.side === 'partner') await handOverPartner(trip, person);
  // Whoever is back meanwhile keeps what was theirs.
  if (!person || person.active) return;
  await tx.openQuestion.deleteMany({
    where: { OR: [{ id: `person:${personId}` }, { id: { endsWith: `:person:${personId}` } }] },
  });
  if (person.side === 'vendor') await handOverDuties(trip, person);
  if (person.side === 'customer') await handOverSeat(trip, person);
  await forgetWays(trip, personId);
}
