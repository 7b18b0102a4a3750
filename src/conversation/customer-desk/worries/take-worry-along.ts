import type { Trip } from '../../../shared/database.ts';
import type { Occasion } from '../../arrival/occasion.ts';
import { findWorry } from './find-worry.ts';
import { textOf } from './worry.ts';

/** A person is called: everything that was said of the worry goes along, once. Null when nothing was. */
export async function takeWorryAlong(
  trip: Trip,
  occasion: Occasion,
  customerId: string,
): Promise<string | null> {
  const worry = await findWorry(trip, occasion, customerId);
  if (!worry) return null;
  await trip.tx.openQuestion.delete({ where: { id: worry.id } });
  return textOf(worry);
}
