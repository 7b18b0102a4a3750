import { type CommandName, commandNames, mayDo } from '../../../customers/permission.ts';
import { internal } from '../../../delivery/audience.ts';
import { listOwnPages } from '../../../paging/page/list-own-pages.ts';
import type { Trip } from '../../../shared/database.ts';
import { actorOf, placeCustomerOf } from '../../arrival/turn.ts';
import { findNamedCustomer } from '../../naming/find-named-customer.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { usageOf } from './usage.ts';

/** `help`: the commands this person may use here, each as it is typed. */
export async function help(trip: Trip, command: Command): Promise<Reply[]> {
  const named = await findNamedCustomer(trip, command.turn, '');
  const customer = named.kind === 'one' ? named.customer : null;
  const { isManager, isPaged } = await rolesOf(trip, command);
  const may = (name: CommandName): boolean =>
    mayDo(name, actorOf(command.turn), {
      customerId: customer?.id ?? '',
      managerId: isManager ? command.actor.id : (customer?.managerId ?? null),
      pagedIds: isPaged ? [command.actor.id] : [],
      placeCustomerId: placeCustomerOf(command.turn)?.id ?? null,
    });
  const lines = commandNames
    .filter(may)
    .map(name => internal`${usageOf(name).replaceAll('northwind', customer?.id ?? 'northwind')}`);
  const where = customer
    ? internal` Without a name it is about ${customer.name}.`
    : internal` Put the customer's name where it says northwind.`;
  return [privateNote(internal`What you can type here:${where}`, ...lines)];
}

/** Whether this person manages the customer here (anywhere, when alone with us), and is in a page right now. */
async function rolesOf(
  trip: Trip,
  { actor, turn }: Command,
): Promise<{ isManager: boolean; isPaged: boolean }> {
  const place = placeCustomerOf(turn);
  const managed = await trip.tx.customer.findFirst({
    where: { managerId: actor.id, ...(place ? { id: place.id } : {}) },
    select: { id: true },
  });
  const pages = await listOwnPages(trip, actor.id);
  const isPaged = pages.some(({ isMine, isCalled }) => isMine || isCalled);
  return { isManager: managed !== null, isPaged };
}
