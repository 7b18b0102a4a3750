import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { dropPhones } from './drop-phones.ts';

/** Where they were once called, in what is over: nobody is called by it again. */
const forgetAddresses = ['page_call', 'drill_call'].map(table =>
  statement(
    `forget-addresses-${table}`,
    `UPDATE ${table} SET address = NULL WHERE "personId" = $1 AND address IS NOT NULL`,
    z.never(),
  ),
);

const forgetSent = statement(
  'forget-sent-addresses',
  `UPDATE message SET address = NULL, "sentTo" = NULL WHERE "toPersonId" = $1 AND via <> 'chat'`,
  z.never(),
);

/**
 * Somebody has left: their numbers, mailboxes and phones are forgotten, with what proved them and what was on its way.
 * That they were called, and by which medium, stays.
 */
export async function forgetWays(trip: Trip, personId: string): Promise<void> {
  const { tx, run } = trip;
  await dropPhones(trip, personId);
  await tx.contactCode.deleteMany({ where: { personId } });
  await tx.contactProof.deleteMany({ where: { personId } });
  await tx.absenceCalendar.deleteMany({ where: { personId } });
  await tx.person.update({ where: { id: personId }, data: { contact: [], absencesUrl: null } });
  for (const forget of forgetAddresses) await run(forget, [personId]);
  await run(forgetSent, [personId]);
}
