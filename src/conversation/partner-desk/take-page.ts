import type { Person } from '../../customers/person.ts';
import { shared } from '../../delivery/audience.ts';
import { acknowledgePage } from '../../paging/acknowledge-page.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import { said } from './said.ts';

/** A partner's person has the page they were called for. Its card says so; only that it was too late is said beside it. */
export async function takePage(
  trip: Trip,
  partner: Person,
  { pageId, customerId }: { readonly pageId: string; readonly customerId: string },
): Promise<Reply[]> {
  const outcome = await acknowledgePage(trip, { pageId, personId: partner.id });
  const isTheirs = outcome === 'acknowledged' || outcome === 'yours';
  return [
    isTheirs
      ? said(
          customerId,
          shared`You have it. When you are done, or it is not yours: type back and what you found.`,
        )
      : said(customerId, shared`Somebody else has it already, or it is solved.`),
  ];
}
