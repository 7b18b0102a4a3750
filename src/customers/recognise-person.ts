import type { Json, Trip, Tx } from '../shared/database.ts';
import { isTimeZone } from '../shared/time.ts';
import type { Customer } from './customer.ts';
import { findPerson } from './find-person.ts';
import { listWorkspaceCustomers } from './list-workspace-customers.ts';
import type { Person } from './person.ts';
import { freshPersonId, namelessAt, namelessOfOurs } from './stand-in.ts';

/** A verified identity, and what its platform says of whoever has it; without a profile that is not known. */
export interface Identity {
  readonly platform: string;
  readonly workspace: string;
  readonly user: string;
  readonly profile?: {
    readonly name: string;
    readonly timeZone: string | null;
    readonly isGuest: boolean;
    readonly isBot?: boolean | undefined;
  };
}

/**
 * The person behind a verified identity, or null: somebody we do not know, with the fewest rights. Whoever is
 * listed is that person. Otherwise somebody of the vendor's own workspace, and no guest there, becomes one
 * of its people; and in `here`, a customer's own shared place, somebody of a workspace that is surely and
 * only this customer's becomes one of theirs. Nothing else is ever guessed.
 */
export async function recognisePerson(
  trip: Trip,
  identity: Identity,
  here: Customer | null,
): Promise<Person | null> {
  const { tx } = trip;
  const known = await findListed(tx, identity);
  if (known) return known.active ? learnName(tx, known, identity) : null;
  const { profile } = identity;
  if (profile?.isGuest || profile?.isBot) return null;
  if (await isOwn(tx, identity)) return profile ? addColleague(tx, identity) : null;
  if (!here) return null;
  const claims = await listWorkspaceCustomers(tx, identity);
  return claims.length === 1 && claims[0] === here.id
    ? addCustomerPerson(tx, identity, here)
    : null;
}

async function findListed(tx: Tx, identity: Identity): Promise<Person | null> {
  const { platform, workspace, user } = identity;
  const row = await tx.personIdentity.findUnique({
    where: { platform_workspace_user: { platform, workspace, user } },
    select: { personId: true },
  });
  return findPerson(tx, row?.personId);
}

async function isOwn(tx: Tx, { platform, workspace }: Identity): Promise<boolean> {
  return (await tx.ownWorkspace.count({ where: { platform, workspace } })) > 0;
}

/** Somebody made before their platform told a name gets it as soon as it does. */
async function learnName(tx: Tx, person: Person, { profile }: Identity): Promise<Person> {
  const name = nameIn(profile);
  if (name === null) return person;
  const customer = person.customerId
    ? await tx.customer.findUnique({ where: { id: person.customerId }, select: { name: true } })
    : null;
  const standIn = customer ? namelessAt(customer.name) : namelessOfOurs;
  if (person.name !== standIn) return person;
  await tx.person.update({ where: { id: person.id }, data: { name } });
  return { ...person, name };
}

function nameIn(profile: Identity['profile']): string | null {
  const name = profile?.name.replace(/\s+/g, ' ').trim().slice(0, 200) ?? '';
  return name === '' ? null : name;
}

async function addColleague(tx: Tx, identity: Identity): Promise<Person | null> {
  const organisation = await tx.organisation.findFirst({ select: { timeZone: true, hours: true } });
  return addPerson(tx, identity, {
    name: nameIn(identity.profile) ?? namelessOfOurs,
    side: 'vendor',
    customerId: null,
    timeZone: zoneIn(identity) ?? organisation?.timeZone ?? 'UTC',
    ...(organisation ? { hours: organisation.hours as Json } : {}),
  });
}

async function addCustomerPerson(
  tx: Tx,
  identity: Identity,
  customer: Customer,
): Promise<Person | null> {
  return addPerson(tx, identity, {
    name: nameIn(identity.profile) ?? namelessAt(customer.name),
    side: 'customer',
    customerId: customer.id,
    timeZone: zoneIn(identity) ?? customer.timeZone,
  });
}

function zoneIn({ profile }: Identity): string | null {
  const zone = profile?.timeZone ?? null;
  return zone !== null && isTimeZone(zone) ? zone : null;
}

/** Without hours they work as people usually do. */
type NewPerson = Pick<Person, 'name' | 'side' | 'customerId' | 'timeZone'> & { hours?: Json };

/** Two things they did at once make them once: whoever comes second finds the first one's row. */
async function addPerson(tx: Tx, identity: Identity, fresh: NewPerson): Promise<Person | null> {
  const { platform, workspace, user } = identity;
  const id = freshPersonId(identity);
  await tx.person.createMany({
    data: [{ ...fresh, id, contact: [{ via: 'chat', to: null, afterMinutes: 0 }], skills: [] }],
    skipDuplicates: true,
  });
  // Somebody listed may have this very id and other accounts: they are not the same.
  const taken = await tx.personIdentity.findFirst({
    where: { personId: id, NOT: { platform, workspace, user } },
  });
  if (taken) return null;
  await tx.personIdentity.createMany({
    data: [{ platform, workspace, user, personId: id }],
    skipDuplicates: true,
  });
  const person = await findListed(tx, identity);
  return person?.active ? person : null;
}
