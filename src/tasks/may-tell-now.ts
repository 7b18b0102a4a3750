import { findPresence } from '../customers/find-presence.ts';
import type { Trip } from '../shared/database.ts';
import type { Urgency } from './waiting.ts';

interface Telling {
  readonly personId: string;
  readonly customerId: string;
  readonly urgency: Urgency;
}

/** True when a vendor person may hear of this at once; otherwise it waits for their morning. */
export async function mayTellNow(trip: Trip, telling: Telling): Promise<boolean> {
  const { personId, customerId, urgency } = telling;
  if (urgency === 'now') return true;
  if (urgency === 'in-morning') return false;
  if ((await findPresence(trip, personId)).isAtWork) return true;
  if (urgency === 'in-hours') return false;
  const open = await trip.tx.transition.count({ where: { customerId, phase: 'live' } });
  return open > 0;
}
