import { internal, type Text, time } from '../../../delivery/audience.ts';
import { unresolved } from '../../../paging/page/page-state.ts';
import type { Trip } from '../../../shared/database.ts';
import { cutWords } from '../../arrival/inbound.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `pages`: the open pages of all customers, the oldest first, and who has each. */
export async function pages(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { tx } = trip;
  const pages = await tx.page.findMany({
    where: { ...unresolved, openKey: { not: null } },
    orderBy: { raisedAt: 'asc' },
    take: 20,
  });
  if (pages.length === 0) return [privateNote(internal`No page is open.`)];
  const customers = await tx.customer.findMany({
    where: { id: { in: pages.map(page => page.customerId) } },
  });
  const owners = await tx.person.findMany({
    where: { id: { in: pages.flatMap(page => page.ownerId ?? []) } },
  });
  const nameOf = new Map([...customers, ...owners].map(({ id, name }) => [id, name]));
  const lines = pages.map((page): Text<'internal'> => {
    const owner = page.ownerId
      ? `${nameOf.get(page.ownerId) ?? page.ownerId} has it`
      : 'nobody has it yet';
    const name = nameOf.get(page.customerId) ?? page.customerId;
    return internal`⚠️ ${name}, ${time(page.raisedAt)}: ${cutWords(page.reason, 120)} (${owner})`;
  });
  return [privateNote(...lines)];
}
