import { getCustomer } from '../../customers/find-customer.ts';
import { valuedSubjectFrom } from '../../delivery/valued-subject.ts';
import type { Trip } from '../../shared/database.ts';
import { readQuarter } from '../../shared/quarter.ts';
import type { Reply } from '../replies/reply.ts';
import { publishQuarter } from '../vendor-desk/publish-quarter.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Publish": the review of a quarter goes out as it stands on the card that was pressed. */
export async function publishByButton(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { id, value } = valuedSubjectFrom(press.subject);
  const row = await trip.tx.quarterReview.findUniqueOrThrow({ where: { id } });
  const customer = await getCustomer(trip.tx, row.customerId);
  const quarter = readQuarter(row.quarter, trip.now, customer.timeZone);
  const by = press.turn.actor;
  if (!quarter || !by) return [];
  return [await publishQuarter(trip, { customer, quarter, by, seen: value ?? '' })];
}
