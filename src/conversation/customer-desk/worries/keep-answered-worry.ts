import { findOpenPage } from '../../../paging/find-open-page.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Occasion } from '../../arrival/occasion.ts';
import { keepWorry, type Told } from './keep-worry.ts';

/** A check-in was answered with a worry, and a person offered for it; an open page has the words already. */
export async function keepAnsweredWorry(
  trip: Trip,
  occasion: Occasion,
  { customerId, words }: Pick<Told, 'customerId' | 'words'>,
): Promise<void> {
  if (await findOpenPage(trip.tx, customerId)) return;
  await keepWorry(trip, occasion, { customerId, words, isOffered: true });
}
