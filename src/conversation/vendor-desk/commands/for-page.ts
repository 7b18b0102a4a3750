import { findCustomer } from '../../../customers/find-customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import { internal } from '../../../delivery/audience.ts';
import { listPagedIds } from '../../../paging/page/find-pages.ts';
import { listOwnPages, type OwnPage } from '../../../paging/page/list-own-pages.ts';
import { unresolved } from '../../../paging/page/page-state.ts';
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
  const pages = customerId ? await listPagesOf(trip, customerId) : await listOwn(trip, command);
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

type IsMeant = (page: OwnPage) => boolean;

/** For an acknowledgement, pages still waiting first; else those this person has, was called for or manages, in this order. */
const meantBy: Readonly<Record<'ack' | 'other', readonly IsMeant[]>> = {
  ack: [({ state, isCalled }) => state === 'open' && isCalled, ({ isCalled }) => isCalled],
  other: [({ isMine }) => isMine, ({ isCalled }) => isCalled, ({ isManaged }) => isManaged],
};

async function listOwn(trip: Trip, { name, actor }: Command): Promise<Candidate[]> {
  const newestFirst = (await listOwnPages(trip, actor.id)).reverse();
  const found = meantBy[name === 'ack' ? 'ack' : 'other']
    .map(isMeant => newestFirst.filter(isMeant))
    .find(pages => pages.length > 0);
  return (found ?? []).slice(0, 5).map(page => ({ ...page, pageId: page.id }));
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
