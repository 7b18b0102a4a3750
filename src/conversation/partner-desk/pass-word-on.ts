import { findCustomer } from '../../customers/find-customer.ts';
import { mayDo } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import { shared, words } from '../../delivery/audience.ts';
import { raisePage } from '../../paging/raise-page.ts';
import type { Trip } from '../../shared/database.ts';
import { openTask } from '../../tasks/open-task.ts';
import { openly } from '../../timeline/event.ts';
import { understand } from '../../understanding/understand.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { readPageCall } from '../words/human-words.ts';
import { plain } from '../words/names.ts';
import { said } from './said.ts';

/** Anything else a partner's person writes is the advocate's, in their words; what is urgent calls somebody at once. */
export async function passWordOn(
  trip: Trip,
  turn: Turn,
  { partner, text }: { readonly partner: Person; readonly text: string },
): Promise<Reply[]> {
  const served = await trip.tx.customer.findMany({
    where: { id: { in: [...partner.partnerOf] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const spoken = ` ${plain(text)} `;
  const namedOnes = served.filter(({ name }) => spoken.includes(` ${plain(name)} `));
  const [about, ...others] = namedOnes.length > 0 ? namedOnes : served;
  if (!about) return [said(null, shared`I can't help with that here.`)];
  if (others.length > 0) {
    const names = served.map(({ name }) => shared`${words(openly(name))}`);
    return [said(null, shared`For whom is that? Say it again with their name:`, ...names)];
  }
  const customer = await findCustomer(trip.tx, about.id);
  const rights = { customerId: about.id, managerId: null, placeCustomerId: null };
  if (!customer || !mayDo('partner.word', partner, rights))
    return [said(null, shared`I can't help with that here.`)];
  if (readPageCall(text) || understand(text).urgent) {
    await raisePage(trip, {
      customerId: customer.id,
      raisedBy: 'vendor',
      raisedById: partner.id,
      words: text,
      isShared: false,
    });
    return [said(customer.id, shared`I'm getting somebody now.`)];
  }
  await openTask(trip, {
    key: `partner:${turn.inboxId}`,
    customerId: customer.id,
    kind: 'partner',
    text: `${partner.name} (partner) writes: "${text}"`,
    assigneeId: customer.advocateId,
  });
  return [said(customer.id, shared`That is passed on in your words.`)];
}
