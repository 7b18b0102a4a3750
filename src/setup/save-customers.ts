import { watchHolidays } from '../holidays/watch-holidays.ts';
import { planQuarters } from '../quarters/plan-quarters.ts';
import { beginSales } from '../sales/begin-sales.ts';
import type { Trip } from '../shared/database.ts';
import { chunksOf } from './chunks.ts';
import { difference, note, type Report } from './difference.ts';
import { inChunks } from './in-chunks.ts';
import { insertion } from './insertion.ts';
import { type CustomerRow, customerRow, holidayRule, organisationRow } from './rows.ts';
import type { Setup } from './setup.ts';

const insertCustomers = insertion<CustomerRow>('customer', [
  'id',
  'name',
  'timeZone',
  'language',
  'handEmoji',
  'businessHours',
  'leaderId',
  'memberIds',
  'advocateId',
  'backupId',
  'salesId',
  'managerId',
  'escalationId',
  'brief',
  'words',
  'contract',
]);

/** Writes the organisation and the customers of a setup, without their plans. */
export async function saveCustomers(trip: Trip, setup: Setup, report: Report): Promise<void> {
  const { tx, run } = trip;
  const organisation = organisationRow(setup);
  const vendor = difference([organisation], await tx.organisation.findMany());
  if (vendor.same.length === 0) {
    const data = organisation;
    await tx.organisation.upsert({ where: { id: data.id }, create: data, update: data });
  }
  note(report, { kind: 'organisation', found: vendor });
  const wanted = setup.customers.map(customerRow);
  const known = await inChunks(wanted, rows =>
    tx.customer.findMany({ where: { id: { in: rows.map(({ id }) => id) } } }),
  );
  const found = difference(wanted, known);
  for (const rows of chunksOf(found.created)) await run(insertCustomers, [JSON.stringify(rows)]);
  for (const { row } of found.changed) {
    await tx.customer.update({ where: { id: row.id }, data: row });
  }
  await planQuarters(trip, [...found.created, ...found.changed.map(({ row }) => row)]);
  await beginSales(trip, [...found.created, ...found.changed.map(({ row }) => row)]);
  const rules = setup.customers.map(({ id, holidays }) => ({
    customerId: id,
    rule: holidays ? holidayRule(holidays) : null,
  }));
  const touched = new Set(await watchHolidays(trip, rules));
  note(report, { kind: 'customer', found, touched });
}
