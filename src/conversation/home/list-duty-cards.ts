import { internal } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { listDutyLines } from './list-duty-lines.ts';

/** Who is on call now and next. */
export async function listDutyCards(trip: Trip): Promise<Card[]> {
  const lines = await listDutyLines(trip);
  if (lines.length === 0) return [];
  return [internalCard('answer', null, { heading: internal`On call`, body: lines })];
}
