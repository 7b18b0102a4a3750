import { roles } from '../paging/ladder/target.ts';
import { find, type Names } from './names.ts';
import { phoneProblem } from './phone-number.ts';
import type { Rough, RoughIdentity } from './rough.ts';
import type { Path } from './source.ts';

type Person = Rough['people'][number];

/** People: where they belong, how they are reached, and that nobody shares an identity. */
export function checkPeople(names: Names): void {
  const owners = new Map<string, string>();
  names.setup.people.forEach((person, index) => {
    const path = ['people', index];
    checkId(names, person, path);
    checkSide(names, person, path);
    checkContact(names, person, path);
    person.identities.forEach((identity, at) => {
      claim(names, owners, { identity, owner: person.id ?? '', path: [...path, 'identities', at] });
    });
  });
}

function checkId(names: Names, { id }: Person, path: Path): void {
  if (id === null) return;
  if (roles.some(role => role === id)) {
    find(names, [...path, 'id'], `"${id}" is the name of a role. Give this person another id.`);
  }
  if (names.places.has(id)) {
    find(names, [...path, 'id'], `a place is called "${id}" too. Give one of them another id.`);
  }
}

function checkSide(names: Names, { side, customer, customers }: Person, path: Path): void {
  customers.forEach((one, index) => {
    const at = [...path, 'customers', index];
    if (side !== null && side !== 'partner')
      find(names, at, "only a partner's people work for several customers. Leave this out.");
    else if (one !== null && !names.customers.has(one))
      find(names, at, names.customers.missing(one));
  });
  if (side === 'customer' && customer === null) {
    find(
      names,
      [...path, 'customer'],
      'is missing; write the id of the customer this person belongs to.',
    );
  }
  if (side === 'vendor' && customer !== null) {
    find(
      names,
      [...path, 'customer'],
      "the vendor's people belong to no customer. Leave this out.",
    );
  }
  if (customer !== null && side !== 'vendor' && !names.customers.has(customer)) {
    find(names, [...path, 'customer'], names.customers.missing(customer));
  }
}

/** What is wrong with the address of a way, and what to write instead; null when it is one. */
function addressProblem(via: string | null, to: string | null): string | null {
  const missing = 'is missing; write';
  switch (via) {
    case 'sms':
    case 'voice':
      return to === null
        ? `${missing} a number with its country, in quotes, like "+15550100"`
        : phoneProblem(to, via);
    case 'email':
      if (to !== null && /^[^\s@]+@[^\s@]+$/.test(to)) return null;
      return `${to === null ? missing : `"${to.slice(0, 60)}" does not fit; write`} a mailbox, like ann@example.com`;
    case 'chat':
      return to === null ? null : 'chat needs no address. Leave this out.';
    default:
      return null;
  }
}

function checkContact(names: Names, { contact }: Person, path: Path): void {
  contact.forEach(({ via, to }, index) => {
    const problem = addressProblem(via, to);
    if (problem) find(names, [...path, 'contact', index, 'to'], problem);
  });
}

interface Claim {
  readonly identity: RoughIdentity;
  readonly owner: string;
  readonly path: Path;
}

/** One identity means one person or place; two would let one speak as the other. */
export function claim(
  names: Names,
  owners: Map<string, string>,
  { identity, owner, path }: Claim,
): void {
  const { platform, workspace, tenant, user, channel, conversation, address } = identity;
  const home = workspace ?? tenant ?? (platform === 'mail' ? platform : null);
  const self = user ?? channel ?? conversation ?? address?.toLowerCase() ?? null;
  if (platform === null || home === null || self === null) return;
  const key = JSON.stringify([platform, home, self]);
  const other = owners.get(key);
  if (other !== undefined) {
    find(
      names,
      path,
      `this identity already belongs to "${other}". Each identity means one person or place.`,
    );
  }
  owners.set(key, owner);
}
