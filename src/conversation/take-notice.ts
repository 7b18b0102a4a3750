import type { Trip } from '../shared/database.ts';
import type { Notice } from './notice.ts';
import { noteSight } from './places/note-sight.ts';

/** A platform's word about a place: what is known of it changes, and it is parked at once when in doubt. */
export async function takeNotice(trip: Trip, notice: Notice): Promise<void> {
  await noteSight(trip, notice);
}
