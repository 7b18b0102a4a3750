import type { Person } from '../customers/person.ts';
import { reassignPage } from '../paging/reassign-page.ts';
import type { Trip } from '../shared/database.ts';

export interface PagePass {
  readonly pageId: string;
  readonly partner: Person;
  /** Whoever handed it over; null = whoever the escalation calls next. */
  readonly toId: string | null;
  readonly said: string;
}

/** A page goes back with what was found, so that nobody begins where the partner began. */
export async function passPageBack(
  trip: Trip,
  { pageId, partner, toId, said }: PagePass,
): Promise<void> {
  const handOver = said === '' ? null : { impact: null, tried: said, needed: null };
  await reassignPage(trip, { pageId, byId: partner.id, toId, handOver });
}
