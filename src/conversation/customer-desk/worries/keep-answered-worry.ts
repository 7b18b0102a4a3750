import { findOpenPage } from '../../../paging/page/find-pages.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Turn } from '../../arrival/turn.ts';
import { keepWorry, type Told } from './keep-worry.ts';

/** A check-in was answered with a worry, and a person offered for it; an open page has the words already. */
export async function keepAnsweredWorry(
  trip: Trip,
  turn: Turn,
  { customerId, words }: Pick<Told, 'customerId' | 'words'>,
): Promise<void> {
  if (await findOpenPage(trip.tx, customerId)) return;
  await keepWorry(trip, turn, { customerId, words, isOffered: true });
}
