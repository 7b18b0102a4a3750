import { roles } from '../paging/ladder/target.ts';
import { day, since } from '../shared/time.ts';
import { claim } from './check-people.ts';
import { expectPerson, find, KnownNames, type Names, worksFor } from './names.ts';
import type { Rough } from './rough.ts';
import type { Path } from './source.ts';

type Customer = Rough['customers'][number];
type Transition = Customer['transitions'][number];

/** Customers: their people, places, hours and plans. */
export function checkCustomers(names: Names): void {
  const owners = new Map<string, string>();
  names.setup.customers.forEach((customer, index) => {
    const path = ['customers', index];
    checkRoles(names, customer, [...path, 'people']);
    checkHours(names, customer, [...path, 'businessHours', 'to']);
    checkEscalation(names, customer, path);
    customer.places.forEach(({ id, audience, partners, identities }, place) => {
      checkPartners(names, {
        customer,
        audience,
        partners,
        path: [...path, 'places', place, 'partners'],
      });
      identities.forEach((identity, at) => {
        const where = [...path, 'places', place, 'identities', at];
        claim(names, owners, { identity, owner: id ?? '', path: where });
      });
    });
    checkTransitions(names, customer, path);
  });
}

function checkRoles(names: Names, { id, people }: Customer, path: Path): void {
  for (const role of roles) {
    const why = 'Advocates, backups, sales and managers are vendor people.';
    expectPerson(names, people[role], { path: [...path, role], side: 'vendor', why });
  }
  expectMember(names, { person: people.leader, customer: id, path: [...path, 'leader'] });
  people.members.forEach((member, index) => {
    expectMember(names, { person: member, customer: id, path: [...path, 'members', index] });
  });
}

interface Inside {
  readonly customer: Customer;
  readonly audience: string | null;
  readonly partners: readonly (string | null)[];
  readonly path: Path;
}

/** Partners' people are in shared places alone, and only in those of customers they work for. */
function checkPartners(names: Names, { customer, audience, partners, path }: Inside): void {
  partners.forEach((person, index) => {
    const at = [...path, index];
    if (audience === 'internal')
      find(names, at, "a partner's people read no internal place. Leave this out.");
    else if (person !== null && !names.people.has(person))
      find(names, at, names.people.missing(person));
    else if (person !== null && customer.id !== null && !worksFor(names, person, customer.id))
      find(
        names,
        at,
        `${person} is no partner's person who works for ${customer.id}. Add it to their customers.`,
      );
  });
}

interface Membership {
  readonly person: string | null;
  readonly customer: string | null;
  readonly path: Path;
}

function expectMember(names: Names, { person, customer, path }: Membership): void {
  const why = 'Leader, members and owners of their steps are people of the customer.';
  expectPerson(names, person, { path, side: 'customer', why });
  const home = person === null ? undefined : names.customerOf.get(person);
  if (
    home &&
    customer !== null &&
    home !== customer &&
    names.sideOf.get(person ?? '') === 'customer'
  ) {
    find(
      names,
      path,
      `${person} belongs to ${home}, not to ${customer}. Write one of its own people.`,
    );
  }
}

function checkHours(names: Names, { businessHours: { from, to } }: Customer, path: Path): void {
  if (from !== null && to !== null && to <= from) {
    find(names, path, `"${to}" is not after "${from}"; write the time at which the day ends.`);
  }
}

/** Left out, the escalation is the one called "default". */
function checkEscalation(names: Names, customer: Customer, path: Path): void {
  const escalation = customer.escalation ?? 'default';
  if (!names.escalations.has(escalation)) {
    find(names, [...path, 'escalation'], names.escalations.missing(escalation));
  }
}

function checkTransitions(names: Names, customer: Customer, path: Path): void {
  const known = new KnownNames('transition');
  customer.transitions.forEach((transition, index) => {
    const at = [...path, 'transitions', index];
    known.add(transition.id, [...at, 'id'], names);
    checkWindow(names, transition, [...at, 'window', 'until']);
    checkMilestones(names, transition, [...at, 'milestones']);
    checkOwners(names, { customer, transition, path: [...at, 'milestones'] });
  });
}

const longestWindow = 92 * day;

function checkWindow(names: Names, { window: { from, until } }: Transition, path: Path): void {
  if (!from || !until) return;
  if (until <= from) {
    find(names, path, 'the window ends before it begins; write a moment after "from".');
  } else if (since(from, until) > longestWindow) {
    find(
      names,
      path,
      'the window is longer than 92 days. Check the year, or make it several transitions.',
    );
  }
}

interface Plan {
  readonly customer: Customer;
  readonly transition: Transition;
  readonly path: Path;
}

/** Anybody may own a step; who is on a customer's side, only of their own customer. */
function checkOwners(names: Names, { customer, transition, path }: Plan): void {
  transition.milestones.forEach(({ owner }, index) => {
    const at = [...path, index, 'owner'];
    if (owner === null) return;
    if (!names.people.has(owner)) find(names, at, names.people.missing(owner));
    else if (names.sideOf.get(owner) === 'customer')
      expectMember(names, { person: owner, customer: customer.id, path: at });
  });
}

const reach = 400 * day;

function checkMilestones(names: Names, { window, milestones }: Transition, path: Path): void {
  const known = new KnownNames('milestone');
  milestones.forEach(({ id, from, until }, index) => {
    known.add(id, [...path, index, 'id'], names);
    if (from && until && until < from) {
      find(
        names,
        [...path, index, 'until'],
        'it ends before it begins; write a moment after "from".',
      );
    }
    if (from && window.from && since(from, window.from) > reach) {
      find(
        names,
        [...path, index, 'from'],
        'this is more than 400 days before the window. Check the year.',
      );
    }
    if (until && window.until && since(window.until, until) > reach) {
      find(
        names,
        [...path, index, 'until'],
        'this is more than 400 days after the window. Check the year.',
      );
    }
  });
}
