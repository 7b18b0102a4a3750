import type { Person } from '../customers/person.ts';
import { lockPage } from '../paging/page/page-lock.ts';
import { reassignPage } from '../paging/reassign-page.ts';
import type { Trip } from '../shared/database.ts';

export interface PagePass {
  readonly pageId: string;
  readonly partner: Person;
  /** Whoever handed it over; null = whoever the escalation calls next. */
  readonly toId: string | null;
  readonly said: string;
}

/** `called`: somebody else is called for it now. `theirs`: a colleague has it meanwhile and keeps it. */
export type PassedBack = 'called' | 'theirs' | 'resolved';

/**
 * A page goes back with what was found, so that nobody begins where the partner began: to whoever handed it over, or, where
 * they can't be called, to whoever the escalation calls next. What a colleague has by now stays with them.
 */
export async function passPageBack(
  trip: Trip,
  { pageId, partner, toId, said }: PagePass,
): Promise<PassedBack> {
  const page = await lockPage(trip, pageId);
  if (page.state === 'resolved') return 'resolved';
  if (page.state === 'acknowledged' && page.ownerId !== partner.id) return 'theirs';
  const handOver = said === '' ? null : { impact: null, tried: said, needed: null };
  const pass = { pageId, byId: partner.id, handOver };
  const outcome = toId === null ? 'nobody' : await reassignPage(trip, { ...pass, toId });
  if (outcome !== 'reassigned') await reassignPage(trip, { ...pass, toId: null });
  return 'called';
}
