import { roles } from '../paging/ladder/target.ts';
import { find, type Names } from './names.ts';
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

function checkSide(names: Names, { side, customer }: Person, path: Path): void {
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

const addressNeeded: Readonly<Record<string, { pattern: RegExp; hint: string }>> = {
  sms: {
    pattern: /^\+[1-9]\d{5,14}$/,
    hint: 'a number with its country, in quotes, like "+15550100"',
  },
  voice: {
    pattern: /^\+[1-9]\d{5,14}$/,
    hint: 'a number with its country, in quotes, like "+15550100"',
  },
  email: { pattern: /^[^\s@]+@[^\s@]+$/, hint: 'a mailbox, like ann@example.com' },
};

function checkContact(names: Names, { contact }: Person, path: Path): void {
  contact.forEach(({ via, to }, index) => {
    const at = [...path, 'contact', index, 'to'];
    if (via === 'chat' && to !== null) find(names, at, 'chat needs no address. Leave this out.');
    const needed = via === null ? undefined : addressNeeded[via];
    if (!needed || (to !== null && needed.pattern.test(to))) return;
    const found = to === null ? 'is missing' : `"${to.slice(0, 60)}" does not fit`;
    find(names, at, `${found}; write ${needed.hint}`);
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
  const { platform, workspace, tenant, user, channel, conversation } = identity;
  const home = workspace ?? tenant;
  const self = user ?? channel ?? conversation;
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
