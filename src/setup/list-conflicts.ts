import { freshPersonId } from '../customers/stand-in.ts';
import type { Tx } from '../shared/database.ts';
import { keyOf } from './identity-changes.ts';
import { inChunks } from './in-chunks.ts';
import { type IdentityRow, type PlaceRow, personIdentities, placeIdentities } from './rows.ts';
import type { Setup } from './setup.ts';
import type { Path, Problem } from './source.ts';

/**
 * What the file asks for that would move words from one reader to another behind everybody's back: a place
 * handed to another customer or audience, an identity taken from somebody the file does not mention.
 */
export async function listConflicts(tx: Tx, setup: Setup): Promise<Problem[]> {
  return [
    ...(await placeConflicts(tx, setup)),
    ...(await placeIdentityConflicts(tx, setup)),
    ...(await personIdentityConflicts(tx, setup)),
  ];
}

async function placeConflicts(tx: Tx, setup: Setup): Promise<Problem[]> {
  const wanted = placesOf(setup);
  return inChunks([...wanted.keys()], async ids => {
    const known = await tx.place.findMany({ where: { id: { in: ids } } });
    return known.flatMap(row => {
      const place = wanted.get(row.id);
      return place ? placeProblems(row, place) : [];
    });
  });
}

function placeProblems(
  { id, customerId, audience }: Pick<PlaceRow, 'id' | 'customerId' | 'audience'>,
  place: WantedPlace,
): Problem[] {
  if (customerId !== null && customerId !== place.customerId) {
    const what = `the place "${id}" already belongs to ${customerId}. Give this one another id.`;
    return [{ path: [...place.path, 'id'], what }];
  }
  if (audience === place.audience) return [];
  const what = `"${id}" is ${audience} so far, and what was said there stays readable. Use a new place with a new id.`;
  return [{ path: [...place.path, 'audience'], what }];
}

interface WantedPlace {
  readonly customerId: string;
  readonly audience: string;
  readonly identities: readonly IdentityRow[] | null;
  readonly path: Path;
}

function placesOf({ customers }: Setup): Map<string, WantedPlace> {
  const places = new Map<string, WantedPlace>();
  customers.forEach((customer, index) => {
    customer.places.forEach((place, at) => {
      const path = ['customers', index, 'places', at];
      const identities = placeIdentities(place);
      places.set(place.id, { customerId: customer.id, audience: place.audience, identities, path });
    });
  });
  return places;
}

async function placeIdentityConflicts(tx: Tx, setup: Setup): Promise<Problem[]> {
  const wanted = placesOf(setup);
  const holders = new Map<string, { placeId: string; customerId: string | null }>();
  const asked = [...wanted.values()].flatMap(({ identities }) => identities ?? []);
  const rows = await inChunks(asked, some =>
    tx.placeIdentity.findMany({
      where: { channel: { in: some.map(({ self }) => self) } },
      include: { place: true },
    }),
  );
  for (const { platform, workspace, channel, placeId, place } of rows) {
    // Nobody's yet: the bot was invited before the file said whose it is.
    if (place.customerId === null) continue;
    const key = keyOf({ platform, workspace, self: channel });
    holders.set(key, { placeId, customerId: place.customerId });
  }
  const problems: Problem[] = [];
  for (const [id, { customerId, identities, path }] of wanted) {
    identities?.forEach((identity, index) => {
      const holder = holders.get(keyOf(identity));
      if (!holder || holder.placeId === id) return;
      const isListed = wanted.get(holder.placeId)?.identities;
      if (isListed && holder.customerId === customerId) return;
      const what = `this channel already belongs to the place "${holder.placeId}". ${release(holder.placeId)}`;
      problems.push({ path: [...path, 'identities', index], what });
    });
  }
  return problems;
}

async function personIdentityConflicts(tx: Tx, { people }: Setup): Promise<Problem[]> {
  const wanted = people.map(person => ({ id: person.id, identities: personIdentities(person) }));
  const listed = new Set(wanted.flatMap(({ id, identities }) => (identities ? [id] : [])));
  const asked = wanted.flatMap(({ identities }) => identities ?? []);
  const rows = await inChunks(asked, some =>
    tx.personIdentity.findMany({ where: { user: { in: some.map(({ self }) => self) } } }),
  );
  const holders = new Map(
    rows.map(({ platform, workspace, user, personId }) => [
      keyOf({ platform, workspace, self: user }),
      personId,
    ]),
  );
  return wanted.flatMap(({ id, identities }, person) =>
    (identities ?? []).flatMap((identity, index) => {
      const holder = holders.get(keyOf(identity));
      if (holder === undefined || holder === id || listed.has(holder)) return [];
      // Recognised by their account before the file listed them: the file knows better.
      if (holder === freshPersonId({ ...identity, user: identity.self })) return [];
      const what = `this identity already belongs to the person "${holder}". ${release(holder)}`;
      return [{ path: ['people', person, 'identities', index], what }];
    }),
  );
}

function release(holder: string): string {
  return `Write "identities: []" for ${holder} in this file to take it from there.`;
}
