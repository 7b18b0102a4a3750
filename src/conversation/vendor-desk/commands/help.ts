import { type CommandName, commandNames, mayDo } from '../../../customers/permission.ts';
import { internal } from '../../../delivery/audience.ts';
import { listOwnPages } from '../../../paging/page/list-own-pages.ts';
import type { Trip } from '../../../shared/database.ts';
import { actorOf, placeCustomerOf } from '../../arrival/turn.ts';
import { findNamedCustomer } from '../../naming/find-named-customer.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { usageOf } from './usage.ts';

/** What one wants to do, in the order in which it is mostly wanted. */
const groups = {
  calls: 'When something rings',
  tells: 'Tell and write down',
  looks: 'See how they are',
  asks: 'How often they are asked',
  owes: 'What is owed',
  bills: 'Before it is billed',
  watches: 'On call',
  sets: 'Set up and take back',
} as const;

const groupOf: Readonly<Record<CommandName, keyof typeof groups>> = {
  page: 'calls',
  ack: 'calls',
  update: 'calls',
  next: 'calls',
  reassign: 'calls',
  add: 'calls',
  snooze: 'calls',
  resolve: 'calls',
  pages: 'calls',
  'why-page': 'calls',
  publish: 'tells',
  log: 'tells',
  milestone: 'tells',
  brief: 'looks',
  show: 'looks',
  status: 'looks',
  portfolio: 'looks',
  console: 'looks',
  who: 'looks',
  ask: 'asks',
  cadence: 'asks',
  pause: 'asks',
  resume: 'asks',
  why: 'asks',
  graduate: 'asks',
  learning: 'asks',
  promise: 'owes',
  kept: 'owes',
  moved: 'owes',
  trust: 'owes',
  words: 'looks',
  leave: 'watches',
  surveys: 'looks',
  quarterly: 'owes',
  voice: 'looks',
  sales: 'looks',
  management: 'looks',
  hand: 'tells',
  task: 'owes',
  tasks: 'owes',
  review: 'bills',
  approve: 'bills',
  waive: 'bills',
  query: 'bills',
  explain: 'bills',
  correct: 'bills',
  reopen: 'bills',
  bill: 'bills',
  rule: 'bills',
  done: 'owes',
  'on-call': 'watches',
  cover: 'watches',
  override: 'watches',
  calendar: 'watches',
  test: 'watches',
  verify: 'watches',
  readiness: 'watches',
  push: 'watches',
  holidays: 'asks',
  drill: 'watches',
  place: 'sets',
  audit: 'sets',
  undo: 'sets',
  help: 'sets',
};

/** The five that matter now: to whoever is in a page, to a manager, to everybody else. */
const fiveOf = {
  paged: ['ack', 'update', 'next', 'reassign', 'resolve'],
  manager: ['portfolio', 'pages', 'brief', 'cadence', 'pause'],
  other: ['publish', 'milestone', 'brief', 'tasks', 'page'],
} as const satisfies Record<string, readonly CommandName[]>;

/** `help`: the commands this person may use here, each as it is typed: the five that matter now, then by what one wants to do. */
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
  const five: readonly CommandName[] = fiveOf[isPaged ? 'paged' : isManager ? 'manager' : 'other'];
  const typed = (names: readonly CommandName[]) => names.filter(may).map(usageOf).join('\n');
  const sections = [
    section('Now', typed(five)),
    ...Object.entries(groups).map(([group, title]) =>
      section(
        title,
        typed(commandNames.filter(name => groupOf[name] === group && !five.includes(name))),
      ),
    ),
  ];
  const lines = sections
    .filter(each => each !== null)
    .map(each => internal`${each.replaceAll('northwind', customer?.id ?? 'northwind')}`);
  const where = customer
    ? internal` Without a name it is about ${customer.name}.`
    : internal` Put the customer's name where it says northwind.`;
  return [privateNote(internal`What you can type here:${where}`, ...lines)];
}

function section(title: string, typed: string): string | null {
  return typed === '' ? null : `${title}:\n${typed}`;
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
