import type { Trip } from '../../../shared/database.ts';
import type { Turn } from '../../arrival/turn.ts';
import { findWorry } from './find-worry.ts';
import { textOf } from './worry.ts';

/** A person is called: everything that was said of the worry goes along, once. Null when nothing was. */
export async function takeWorryAlong(
  trip: Trip,
  turn: Turn,
  customerId: string,
): Promise<string | null> {
  const worry = await findWorry(trip, turn, customerId);
  if (!worry) return null;
  await trip.tx.openQuestion.delete({ where: { id: worry.id } });
  return textOf(worry);
}
