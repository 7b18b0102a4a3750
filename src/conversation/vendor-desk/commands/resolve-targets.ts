import { type TransitionKind, transitionKinds } from '../../../confidence/policy.ts';
import type { Customer } from '../../../customers/customer.ts';
import { customerFrom } from '../../../customers/customer.ts';
import { findCustomer } from '../../../customers/find-customer.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { findCurrentTransitions, findTransition } from '../../../transitions/find-transition.ts';
import type { ChangeItem } from '../../changes/pending-change.ts';
import {
  findGuessedCustomer,
  findNamedCustomer,
  type NamedCustomer,
} from '../../naming/find-named-customer.ts';
import { listCustomersCalled } from '../../naming/list-customers.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { plain } from '../../words/names.ts';
import type { Command } from './command.ts';
import { mayCommand } from './for-customer.ts';

/** Whose check-ins a command changes. `one` is a single customer; a kind, several or all are `many`. */
export type Targets =
  | { readonly kind: 'one' | 'many'; readonly items: readonly ChangeItem[] }
  | { readonly kind: 'unsettled'; readonly replies: readonly Reply[] };

/** Settles "northwind, lakeside", "go-live", "all" or nothing said; only customers this person may change. */
export async function resolveTargets(trip: Trip, command: Command, said: string): Promise<Targets> {
  const named = await settleTransition(trip, command, said);
  if (named) return named;
  const kind = kindOf(said);
  if (kind || plain(said) === 'all') return settleManaged(trip, command, kind);
  const names = (await isWhole(trip, said))
    ? [said]
    : said.split(/,|&|\band\b/i).map(name => name.replace(/:$/, '').trim());
  const customers: Customer[] = [];
  for (const name of names) {
    const found = await findNamedCustomer(trip, command.turn, name);
    const isLoose = found.kind === 'one' && found.rest !== '';
    const named = isLoose ? await findGuessedCustomer(trip.tx, name) : found;
    const isAll = named.kind === 'one' && named.rest === '';
    if (!isAll) return unsettled(await unclear(name, named));
    if (!mayCommand(command, named.customer)) return unsettled(refusal());
    if (!customers.some(({ id }) => id === named.customer.id)) customers.push(named.customer);
  }
  const items = await itemsOf(trip, customers);
  if (items.length === 0)
    return unsettled(
      privateNote(internal`Nothing is underway there, so there are no check-ins to change.`),
    );
  return { kind: customers.length === 1 ? 'one' : 'many', items };
}

/** A transition by its full id, as a form gives it: "northwind/erp". */
async function settleTransition(
  trip: Trip,
  command: Command,
  said: string,
): Promise<Targets | null> {
  if (!said.includes('/')) return null;
  const transition = await findTransition(trip.tx, said.replace(/:$/, '').trim());
  const customer = await findCustomer(trip.tx, transition?.customerId);
  if (!transition || !customer) return null;
  if (!mayCommand(command, customer)) return unsettled(refusal());
  const items = [{ transitionId: transition.id, customerId: customer.id }];
  return { kind: 'one', items };
}

/** A customer may be called "Salt and Pepper": exactly that name is not two. */
async function isWhole(trip: Trip, said: string): Promise<boolean> {
  const called = await listCustomersCalled(trip, said.trim());
  return called.some(({ id, name }) => [id, name].some(each => plain(each) === plain(said)));
}

function unsettled(...replies: Reply[]): Targets {
  return { kind: 'unsettled', replies };
}

async function unclear(name: string, named: NamedCustomer): Promise<Reply> {
  if (named.kind === 'several' || named.kind === 'near') {
    const options = named.found
      .slice(0, 4)
      .map(({ id }) => id)
      .join(', ');
    return privateNote(internal`I don't know whom you mean by "${name}". Did you mean ${options}?`);
  }
  if (name === '')
    return privateNote(internal`Which customer? Put the name first: cadence northwind daily.`);
  return privateNote(
    internal`I don't know a customer "${name}". Put the name first: cadence northwind daily.`,
  );
}

function kindOf(said: string): TransitionKind | null {
  const words = plain(said).replace(/^all /, '').replace(/s$/, '');
  return transitionKinds.find(kind => plain(kind) === words) ?? null;
}

/** All customers this person manages; with a kind, only those going through one. */
async function settleManaged(
  trip: Trip,
  command: Command,
  kind: TransitionKind | null,
): Promise<Targets> {
  const rows = await trip.tx.customer.findMany({
    where: { managerId: command.actor.id },
    orderBy: { id: 'asc' },
    take: mostAtOnce + 1,
  });
  const customers = rows.map(customerFrom).filter(customer => mayCommand(command, customer));
  if (customers.length === 0) return unsettled(refusal());
  if (customers.length > mostAtOnce) return unsettled(tooMany());
  const transitions = await trip.tx.transition.findMany({
    where: {
      customerId: { in: customers.map(({ id }) => id) },
      phase: { not: 'graduated' },
      ...(kind ? { kind } : {}),
    },
    orderBy: [{ customerId: 'asc' }, { windowFrom: 'asc' }, { id: 'asc' }],
  });
  const items = transitions.map(({ id, customerId }) => ({ transitionId: id, customerId }));
  if (items.length === 0)
    return unsettled(privateNote(internal`None of your customers is going through that now.`));
  return { kind: 'many', items };
}

/** What is changed at once is one short transaction, in which all these customers' check-ins stand still. */
const mostAtOnce = 1_000;

function tooMany(): Reply {
  return privateNote(
    internal`You manage more than ${mostAtOnce} customers; I change the check-ins of at most so many at once. Put names first: cadence northwind, lakeside daily.`,
  );
}

async function itemsOf(trip: Trip, customers: readonly Customer[]): Promise<ChangeItem[]> {
  const items: ChangeItem[] = [];
  for (const customer of customers) {
    const transitions = await findCurrentTransitions(trip.tx, customer.id, trip.now);
    items.push(...transitions.map(({ id }) => ({ transitionId: id, customerId: customer.id })));
  }
  return items;
}
