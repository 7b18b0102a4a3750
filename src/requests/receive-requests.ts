import { createHash } from 'node:crypto';
import { getCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { billMonth } from './book.ts';
import { lookAgain } from './look-again.ts';
import { nudgeReview } from './nudge-review.ts';
import type { Work } from './service-request.ts';
import { storedWork } from './stored-request.ts';

export interface Received {
  readonly externalId: string;
  readonly id: string;
  /** `conflict`: the externalId was used before for something else; what stands stays. */
  readonly outcome: 'received' | 'known' | 'conflict';
}

/** Takes closed requests of a customer in, each externalId once, and puts them before the rules and their advocate. */
export async function receiveRequests(
  trip: Trip,
  customerId: string,
  works: readonly Work[],
): Promise<Received[]> {
  const { tx, now, random } = trip;
  const customer = await getCustomer(tx, customerId);
  // Two senders with the same requests: the second one finds them there.
  await tx.$queryRaw`SELECT id FROM customer WHERE id = ${customerId} FOR UPDATE`;
  const received: Received[] = [];
  for (const work of works) {
    const stored = storedWork(work);
    const print = createHash('sha256').update(JSON.stringify(stored)).digest('base64url');
    const { externalId, closedAt } = work;
    const known = await tx.serviceRequest.findUnique({
      where: { customerId_externalId: { customerId, externalId } },
    });
    if (known) {
      const outcome = known.print === print ? 'known' : 'conflict';
      received.push({ externalId, id: known.id, outcome });
      continue;
    }
    const id = random.id();
    const month = billMonth({ closedAt }, customer.timeZone);
    const sent = { original: stored, current: stored, print, closedAt, month };
    await tx.serviceRequest.create({
      data: { id, customerId, externalId, ...sent, state: 'waiting', receivedAt: now },
    });
    received.push({ externalId, id, outcome: 'received' });
  }
  if (received.some(({ outcome }) => outcome === 'received')) {
    await lookAgain(trip, customerId);
    await nudgeReview(trip, customerId);
  }
  return received;
}
