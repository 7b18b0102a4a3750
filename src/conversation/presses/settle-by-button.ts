import type { Trip } from '../../shared/database.ts';
import { settlePlace } from '../places/settle-place.ts';
import { settlementFrom } from '../places/settlement.ts';
import type { Reply } from '../reply.ts';
import type { Allowed } from './carry-out.ts';

/** "Northwind, they read it": the place we were added to is settled. */
export async function settleByButton(trip: Trip, { occasion, subject }: Allowed): Promise<Reply[]> {
  const settlement = settlementFrom(subject);
  if (!settlement || !occasion.actor) return [];
  return settlePlace(trip, settlement, occasion.actor.id);
}
