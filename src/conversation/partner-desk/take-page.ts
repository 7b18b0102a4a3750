import { getCustomer } from '../../customers/find-customer.ts';
import type { Person } from '../../customers/person.ts';
import { shared, words } from '../../delivery/audience.ts';
import { acknowledgePage } from '../../paging/acknowledge-page.ts';
import type { Trip } from '../../shared/database.ts';
import { openly } from '../../timeline/event.ts';
import type { Reply } from '../replies/reply.ts';
import { said } from './said.ts';

/** A partner's person has the page they were called for. Its card says so; whose it is and that it was too late are said beside it. */
export async function takePage(
  trip: Trip,
  partner: Person,
  { pageId, customerId }: { readonly pageId: string; readonly customerId: string },
): Promise<Reply[]> {
  const outcome = await acknowledgePage(trip, { pageId, personId: partner.id });
  const customer = words(openly((await getCustomer(trip.tx, customerId)).name));
  const isTheirs = outcome === 'acknowledged' || outcome === 'yours';
  return [
    isTheirs
      ? said(
          customerId,
          shared`${customer}: you have it. When you are done, or it is not yours: type back and what you found.`,
        )
      : said(customerId, shared`${customer}: somebody else has it already, or it is solved.`),
  ];
}
