import { findPresence } from '../../../customers/find-presence.ts';
import { shared, type Text, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';

/** When this vendor person answers who need not be woken for it: "today", "from Mon 09:00". */
export async function officeHours(trip: Trip, personId: string): Promise<Text<'shared'>> {
  const { isAtWork, backAt } = await findPresence(trip, personId);
  return isAtWork ? shared`today` : shared`from ${time(backAt)}`;
}
