import { type Received, receiveRequests } from '../requests/receive-requests.ts';
import type { Work } from '../requests/service-request.ts';
import { requestFrom } from '../requests/stored-request.ts';
import { likeness, termsOf } from '../requests/terms.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { keepSaying } from './keep-saying.ts';

/** Asked for the third time within a quarter, a service request says something that nobody put into words. */
const repeated = { times: 3, within: 91 * day, likeness: 0.6, mostRead: 500 } as const;

/** Takes service requests in; what one customer asks for again and again is heard as their voice. */
export async function takeRequests(
  trip: Trip,
  customerId: string,
  works: readonly Work[],
): Promise<Received[]> {
  const received = await receiveRequests(trip, customerId, works);
  const fresh = received.filter(({ outcome }) => outcome === 'received').map(({ id }) => id);
  if (fresh.length === 0) return received;
  const rows = await trip.tx.serviceRequest.findMany({
    where: { customerId, closedAt: { gt: plus(trip.now, -repeated.within) } },
    orderBy: { closedAt: 'desc' },
    take: repeated.mostRead,
  });
  const asked = rows.map(requestFrom).map(({ id, work }) => ({
    id,
    externalId: work.externalId,
    title: work.title,
    terms: termsOf(work.title),
  }));
  for (const { id, externalId, title, terms } of asked) {
    if (!fresh.includes(id)) continue;
    const alike = asked.filter(other => likeness(terms, other.terms) >= repeated.likeness);
    if (alike.length < repeated.times) continue;
    const key = `request:${customerId}:${externalId}`;
    const said = { key, customerId, personId: null, kind: 'request', text: title } as const;
    await keepSaying(trip, { ...said, isOpen: false });
  }
  return received;
}
