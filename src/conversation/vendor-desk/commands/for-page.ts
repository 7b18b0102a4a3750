import { findCustomer } from '../../../customers/find-customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import { internal } from '../../../delivery/audience.ts';
import { listPagedIds } from '../../../paging/page/find-pages.ts';
import { calledFor, unresolved } from '../../../paging/page/page-state.ts';
import type { Trip } from '../../../shared/database.ts';
import { actorOf, placeCustomerOf } from '../../arrival/turn.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { findNamedCustomer } from '../../naming/find-named-customer.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';

/** The page a command is about, and what was said besides its customer. */
export interface PageOrder {
  readonly pageId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly rest: string;
}

/**
 * Settles which page the command is about: the customer's named in front, the place's, or the one this
 * person owns or was called for. Then, if this person may, does it.
 */
export async function forPage(
  trip: Trip,
  command: Command,
  run: (page: PageOrder) => Promise<Reply[]>,
): Promise<Reply[]> {
  const named = await findNamedCustomer(trip, command.turn, command.said);
  const isNamed = named.kind === 'one' && named.how !== 'understood';
  const rest = isNamed ? named.rest : command.said.trim();
  const place = placeCustomerOf(command.turn);
  const customerId = isNamed ? named.customer.id : place?.id;
  const pages = customerId
    ? await listPagesOf(trip, customerId)
    : await listOwnPages(trip, command);
  if (pages.length > 1) return [await askWhichPage(trip, command, { pages, rest })];
  const page = pages[0];
  if (!page) return [isNamed ? refusal() : noPage(command)];
  return (await mayHandle(trip, command, page)) ? run({ ...page, rest }) : [refusal()];
}

type Candidate = Omit<PageOrder, 'rest'>;

function noPage({ name }: Command): Reply {
  return privateNote(
    internal`No open page is waiting for you to ${name} it. Type pages to see the open ones.`,
  );
}

async function listPagesOf({ tx }: Trip, customerId: string): Promise<Candidate[]> {
  const page = await tx.page.findFirst({
    where: { customerId, ...unresolved },
    orderBy: { raisedAt: 'desc' },
  });
  const customer = await findCustomer(tx, customerId);
  return page && customer ? [{ pageId: page.id, customerId, customerName: customer.name }] : [];
}

/** Pages this person owns; for an acknowledgement, those still waiting; else those they were called for or manage. */
async function listOwnPages({ tx }: Trip, { name, actor }: Command): Promise<Candidate[]> {
  const called = calledFor(actor.id);
  const managed = await tx.customer.findMany({
    where: { managerId: actor.id },
    select: { id: true },
  });
  const mine = { customerId: { in: managed.map(each => each.id) } };
  const choices =
    name === 'ack'
      ? [
          { state: 'open' as const, ...called },
          { ...unresolved, ...called },
        ]
      : [
          { ...unresolved, ownerId: actor.id },
          { ...unresolved, ...called },
          { ...unresolved, ...mine },
        ];
  for (const where of choices) {
    const rows = await tx.page.findMany({ where, orderBy: { raisedAt: 'desc' }, take: 5 });
    if (rows.length === 0) continue;
    const customers = await tx.customer.findMany({
      where: { id: { in: rows.map(row => row.customerId) } },
    });
    const nameOf = new Map(customers.map(each => [each.id, each.name]));
    return rows.map(row => ({
      pageId: row.id,
      customerId: row.customerId,
      customerName: nameOf.get(row.customerId) ?? row.customerId,
    }));
  }
  return [];
}

async function mayHandle({ tx }: Trip, { name, turn }: Command, page: Candidate): Promise<boolean> {
  const customer = await findCustomer(tx, page.customerId);
  return mayDo(name, actorOf(turn), {
    customerId: page.customerId,
    managerId: customer?.managerId ?? null,
    pagedIds: await listPagedIds(tx, page.pageId),
    placeCustomerId: placeCustomerOf(turn)?.id ?? null,
  });
}

async function askWhichPage(
  trip: Trip,
  { name, turn }: Command,
  { pages, rest }: { pages: readonly Candidate[]; rest: string },
): Promise<Reply> {
  const options = pages.slice(0, 4).map(each => ({
    label: each.customerName,
    says: `${name} ${each.customerId}: ${rest}`,
  }));
  const question = internal`Several pages are open. Which one?`;
  return askChoice(trip, turn, { audience: 'internal', customerId: null, question, options });
}
