import { type Customer, customerFrom } from '../customers/customer.ts';
import { findAdvocate } from '../customers/find-advocate.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import { internal } from '../delivery/audience.ts';
import { listSchedules } from '../on-call/list-schedules.ts';
import { questionProofs } from '../on-call/question-proofs.ts';
import { peopleOf } from '../on-call/schedule.ts';
import { unresolved } from '../paging/page/page-state.ts';
import { reassignPage } from '../paging/reassign-page.ts';
import type { Trip } from '../shared/database.ts';
import { moveTask } from '../tasks/move-task.ts';
import { moveWaiting } from '../tasks/move-waiting.ts';
import { managementKind } from '../tasks/task.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import { tellTeam } from '../tasks/tell-team.ts';
import { departureCard, departureText } from './departure.ts';

/** Something that was theirs at a customer, in words. */
interface Theirs {
  readonly customer: Customer;
  readonly words: string;
}

/** A vendor person has left: pages and tasks go to whoever is next, and whoever answers for their customers is told. */
export async function handOverDuties(trip: Trip, person: Person): Promise<void> {
  const pages = await passPagesOn(trip, person);
  const tasks = await moveTasks(trip, person);
  await moveWaiting(trip, person.id);
  const duties = await listDuties(trip, person);
  const schedules = (await listSchedules(trip.tx))
    .filter(schedule => peopleOf(schedule, trip.now).includes(person.id))
    .map(({ id }) => id);
  await questionProofs(trip);
  const { name } = person;
  const key = `departure:${person.id}:${trip.now.getTime()}`;
  for (const { id: customerId } of unique([...pages, ...duties].map(({ customer }) => customer))) {
    const text = internal`${name} is no longer with us: backup and manager stand in until somebody else is named.`;
    await tellTeam(trip, { key: `${key}:${customerId}`, customerId, text });
  }
  for (const [personId, customerIds] of await listAnswerable(trip, [
    ...pages,
    ...tasks,
    ...duties,
  ])) {
    const own = (all: readonly Theirs[]) =>
      all.filter(({ customer }) => customerIds.has(customer.id)).map(({ words }) => words);
    const card = departureCard({
      name,
      duties: own(duties),
      pages: own(pages),
      tasks: own(tasks),
      schedules,
    });
    const [customerId] = customerIds;
    if (customerId === undefined) continue;
    await tellColleague(trip, {
      key: `${key}:${personId}`,
      personId,
      customerId,
      kind: 'notice',
      text: departureText(card),
      // Only a page that goes on without them cannot wait for a morning.
      urgency: own(pages).length > 0 ? 'now' : 'in-hours',
      card,
    });
  }
}

/** Each customer once. */
function unique(customers: readonly Customer[]): Customer[] {
  return [...new Map(customers.map(customer => [customer.id, customer])).values()];
}

async function passPagesOn(trip: Trip, { id }: Person): Promise<Theirs[]> {
  const { tx } = trip;
  const state = { in: ['planned', 'called'] };
  const pages = await tx.page.findMany({
    where: { ...unresolved, OR: [{ ownerId: id }, { calls: { some: { personId: id, state } } }] },
    orderBy: { raisedAt: 'asc' },
  });
  const passed: Theirs[] = [];
  for (const page of pages) {
    await reassignPage(trip, { pageId: page.id, byId: id, toId: null, why: 'left' });
    const customer = await getCustomer(tx, page.customerId);
    passed.push({ customer, words: customer.name });
  }
  return passed;
}

async function moveTasks(trip: Trip, { id: assigneeId }: Person): Promise<Theirs[]> {
  const { tx } = trip;
  const tasks = await tx.task.findMany({
    where: { assigneeId, state: 'open' },
    orderBy: { createdAt: 'asc' },
  });
  const moved: Theirs[] = [];
  for (const { id, customerId, text, kind } of tasks) {
    const customer = await getCustomer(tx, customerId);
    const manager = kind === managementKind ? await findPerson(tx, customer.managerId) : null;
    const next = manager?.active ? manager : await findAdvocate(trip, customer);
    if (next) await moveTask(trip, id, next.id);
    moved.push({ customer, words: `${text} (${customer.name}): ${next?.name ?? 'nobody yet'}` });
  }
  return moved;
}

async function listDuties({ tx }: Trip, { id }: Person): Promise<Theirs[]> {
  const rows = await tx.customer.findMany({
    where: { OR: [{ advocateId: id }, { backupId: id }, { salesId: id }, { managerId: id }] },
    orderBy: { name: 'asc' },
  });
  return rows.map(customerFrom).map(customer => ({
    customer,
    words: `${dutiesAt(customer, id).join(' and ')} of ${customer.name}`,
  }));
}

function dutiesAt(customer: Customer, id: string): string[] {
  const { advocateId, backupId, salesId, managerId } = customer;
  const duties = { advocate: advocateId, backup: backupId, sales: salesId, manager: managerId };
  return Object.entries(duties).flatMap(([duty, personId]) => (personId === id ? [duty] : []));
}

/** Who answers for what was theirs: each customer's manager, else its advocate, else its backup. */
async function listAnswerable(
  { tx }: Trip,
  theirs: readonly Theirs[],
): Promise<Map<string, Set<string>>> {
  const here = await tx.person.findMany({
    where: { side: 'vendor', active: true },
    select: { id: true },
  });
  const isHere = new Set(here.map(({ id }) => id));
  const answerable = new Map<string, Set<string>>();
  for (const { customer } of theirs) {
    const { managerId, advocateId, backupId } = customer;
    const personId = [managerId, advocateId, backupId].find(id => id && isHere.has(id));
    if (!personId) continue;
    const customerIds = answerable.get(personId) ?? new Set();
    answerable.set(personId, customerIds.add(customer.id));
  }
  return answerable;
}
