import { internal, type Text, time } from '../../../delivery/audience.ts';
import { unresolved } from '../../../paging/page/page-state.ts';
import type { Trip } from '../../../shared/database.ts';
import { periodIn } from '../../../understanding/times/period.ts';
import { cutWords } from '../../arrival/inbound.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** How many pages one message shows. */
const shownAtMost = 20;

/** `pages`: the open pages of all customers, the oldest first, and who has each; `pages last week`: what was raised then. */
export async function pages(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { tx } = trip;
  const asking = { now: trip.now, timeZone: zoneOf(command.turn) };
  const period = periodIn(command.said, asking, 'past');
  const pages = await tx.page.findMany({
    where: period
      ? { raisedAt: { gte: period.from, lt: period.until } }
      : { ...unresolved, openKey: { not: null } },
    orderBy: { raisedAt: 'asc' },
    take: shownAtMost,
  });
  if (pages.length === 0)
    return [
      privateNote(
        period
          ? internal`No page was raised from ${time(period.from)} until ${time(period.until)}.`
          : internal`No page is open.`,
      ),
    ];
  const customers = await tx.customer.findMany({
    where: { id: { in: pages.map(page => page.customerId) } },
  });
  const owners = await tx.person.findMany({
    where: { id: { in: pages.flatMap(page => page.ownerId ?? []) } },
  });
  const nameOf = new Map([...customers, ...owners].map(({ id, name }) => [id, name]));
  const lines = pages.map((page): Text<'internal'> => {
    const ownerName = page.ownerId && (nameOf.get(page.ownerId) ?? page.ownerId);
    const name = nameOf.get(page.customerId) ?? page.customerId;
    const mark = page.resolvedAt ? '✅' : '⚠️';
    const state = page.resolvedAt
      ? internal`resolved ${time(page.resolvedAt)}`
      : internal`${ownerName ? `${ownerName} has it` : 'nobody has it yet'}`;
    return internal`${mark} ${name}, ${time(page.raisedAt)}: ${cutWords(page.reason, 120)} (${state})`;
  });
  return [privateNote(...(period ? [tallyText(owners, pages)] : []), ...lines)];
}

/** How many of them each had, the most first: who carried much is asked of the past. */
function tallyText(
  owners: readonly { readonly id: string; readonly name: string }[],
  pages: readonly { readonly ownerId: string | null }[],
): Text<'internal'> {
  const tally = owners
    .map(({ id, name }) => ({ name, count: pages.filter(({ ownerId }) => ownerId === id).length }))
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${name} ${count}`);
  const nobodys = pages.filter(({ ownerId }) => ownerId === null).length;
  const all = [...tally, ...(nobodys > 0 ? [`nobody ${nobodys}`] : [])];
  return internal`Had them: ${all.join(', ')}.`;
}
