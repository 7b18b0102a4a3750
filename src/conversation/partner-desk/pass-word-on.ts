import { findCustomer } from '../../customers/find-customer.ts';
import { mayDo } from '../../customers/permission.ts';
import { shared, words } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { openTask } from '../../tasks/open-task.ts';
import { openly } from '../../timeline/event.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { listServed } from './list-served.ts';
import type { PartnerWords } from './partner-says.ts';
import { said } from './said.ts';
import { meantBy } from './served.ts';

/** Anything else a partner's person writes is the advocate's, in their words. */
export async function passWordOn(
  trip: Trip,
  turn: Turn,
  { partner, text }: PartnerWords,
): Promise<Reply[]> {
  const served = await listServed(trip.tx, partner);
  const [about, ...others] = meantBy(text, served);
  if (!about) return [said(null, shared`I can't help with that here.`)];
  if (others.length > 0) {
    const names = served.map(({ name }) => shared`${words(openly(name))}`);
    return [said(null, shared`For whom is that? Say it again with their name:`, ...names)];
  }
  const customer = await findCustomer(trip.tx, about.id);
  const rights = { customerId: about.id, managerId: null, placeCustomerId: null };
  if (!customer || !mayDo('partner.word', partner, rights))
    return [said(null, shared`I can't help with that here.`)];
  await openTask(trip, {
    key: `partner:${turn.inboxId}`,
    customerId: customer.id,
    kind: 'partner',
    text: `${partner.name} (partner) writes: "${text}"`,
    assigneeId: customer.advocateId,
  });
  return [said(customer.id, shared`That is passed on in your words.`)];
}
