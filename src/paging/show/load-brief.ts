import type { Trip } from '../../shared/database.ts';
import { type Brief, emptyBrief } from './brief.ts';
import { gatherBrief } from './gather-brief.ts';
import type { PageView } from './page-view.ts';

/** What a colleague needs to help this customer. Never fails: what cannot be gathered is said to be missing. */
export async function loadBrief(trip: Trip, view: PageView): Promise<Brief> {
  const gathered = await trip.aside(() => gatherBrief(trip, view));
  return 'value' in gathered ? gathered.value : { ...emptyBrief, missing: gathered.failure };
}
