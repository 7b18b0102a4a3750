import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { plus } from '../shared/time.ts';
import { expectMorning } from '../tasks/expect-morning.ts';
import { salesPolicy } from './hold.ts';

const begin = statement(
  'begin-sales',
  `INSERT INTO sales_rhythm ("customerId", "promptAt", "dueAt")
   SELECT id, $2, $2 FROM customer WHERE id = ANY($1) AND "salesId" IS NOT NULL
   ON CONFLICT ("customerId") DO UPDATE SET "dueAt" = sales_rhythm."promptAt" WHERE sales_rhythm."dueAt" IS NULL`,
  z.never(),
);

/** Gives customers with somebody for sales their rhythm; those who have one keep it. */
export async function beginSales(
  trip: Trip,
  customers: readonly { id: string; salesId: string | null }[],
) {
  const ids = customers.filter(({ salesId }) => salesId !== null).map(({ id }) => id);
  if (ids.length === 0) return;
  await trip.run(begin, [ids, plus(trip.now, salesPolicy.every)]);
  const people = new Set(customers.map(({ salesId }) => salesId).filter(id => id !== null));
  for (const personId of people) await expectMorning(trip, personId);
}
