import { internal } from '../../../delivery/audience.ts';
import { explainPage } from '../../../paging/show/explain-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { findNamedCustomer } from '../../naming/find-named-customer.ts';
import { note, privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `why page northwind`, "why was I paged?", "why not me?": whom the newest page called, when, by what and why. */
export async function whyPage(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { turn, said, actor } = command;
  const named = await findNamedCustomer(trip, turn, said);
  const isNamed = named.kind === 'one' && named.how !== 'understood';
  const page = await trip.tx.page.findFirst({
    where: isNamed
      ? { customerId: named.customer.id }
      : { calls: { some: { personId: actor.id, state: { not: 'planned' } } } },
    orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
  });
  if (!page) {
    return [
      privateNote(
        isNamed
          ? internal`There has been no page about ${named.customer.name}.`
          : internal`No page has called you. Type "why page" and the customer's name for one that did not.`,
      ),
    ];
  }
  const reasons = await explainPage(trip, { pageId: page.id, askerId: actor.id });
  return [note(page.customerId, ...reasons)];
}
