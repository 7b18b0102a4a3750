import { listOwn } from '../../../customers/list-own.ts';
import { mayDo } from '../../../customers/permission.ts';
import { type Contact, type Person, personFrom } from '../../../customers/person.ts';
import type { Trip, Tx } from '../../../shared/database.ts';
import { listHeld } from './list-held.ts';
import { listNamed, listUnsettled, type Unsettled } from './list-unsettled.ts';

/** Something somebody changed. */
export interface Change {
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly customerId: string | null;
  readonly subject: string;
  readonly why: string | null;
  readonly undoneAt: Date | null;
}

/** Messages that did not go out for one reason. */
export interface Stuck {
  readonly name: string;
  readonly state: string;
  readonly reason: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** Whoever looks may send or drop it. */
  readonly isTheirs: boolean;
  readonly to: string;
  /** Their ids, the newest first, and what the newest of them says. */
  readonly ids: readonly string[];
  readonly says: string;
  /** How many there are, and when the newest was to be said. */
  readonly count: number;
  readonly createdAt: Date;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly skills: readonly string[];
  readonly contact: readonly Contact[];
}

export interface OrganisationLook {
  readonly name: string;
  readonly words: string;
  readonly colleagues: readonly Colleague[];
  /** Places where nothing is said until somebody settles who reads them. */
  readonly unsettled: readonly Unsettled[];
  /** Whose such a place may be. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly stuck: readonly Stuck[];
  /** Whoever looks may change what the setup says. */
  readonly maySetUp: boolean;
  readonly changes: readonly Change[];
}

const most = 50;

/** The vendor itself: its people, what waits to be settled or did not go out, who may come in, and who changed what. */
export async function loadOrganisation(
  trip: Trip,
  { words, person }: { readonly words: string; readonly person: Person },
): Promise<OrganisationLook> {
  const { tx } = trip;
  const organisation = await tx.organisation.findFirst();
  const people = (
    await tx.person.findMany({
      where: { side: 'vendor', active: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 200,
    })
  ).map(personFrom);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const unsettled = await listUnsettled(trip);
  const stuck = await listHeld(trip, person);
  const placeNames = await loadPlaceNames(
    tx,
    stuck.flatMap(({ toPlaceId }) => toPlaceId ?? []),
  );
  const audits = await tx.audit.findMany({
    // Signing in changes nothing; whoever wants to know finds it by its words.
    where: words === '' ? { action: { not: 'console.sign-in' } } : saying(words, people),
    orderBy: { seq: 'desc' },
    take: most,
  });
  return {
    name: organisation?.name ?? 'Your organisation',
    words,
    colleagues: people,
    unsettled,
    customers: unsettled.length > 0 ? await listNamed(trip) : [],
    stuck: gathered(
      stuck.map(({ toPersonId, toPlaceId, ...row }) => ({
        ...row,
        ids: [row.id],
        says: row.text.split('\n')[0]?.slice(0, 160) ?? '',
        count: 1,
        to: names.get(toPersonId ?? '') ?? toPersonId ?? placeNames.get(toPlaceId ?? '') ?? '',
      })),
    ),
    maySetUp: mayDo('setup', person, { ...aboutNothing, ...(await listOwn(tx, person.id)) }),
    changes: audits.map(({ actorId, ...row }) => ({
      ...row,
      actorName: actorId ? (names.get(actorId) ?? actorId) : 'Handrail',
    })),
  };
}

const aboutNothing = { customerId: '', managerId: null, placeCustomerId: null };

async function loadPlaceNames(tx: Tx, ids: readonly string[]) {
  const rows = await tx.place.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name || id]));
}

/** The same to the same for the same reason is told once, the newest first. */
function gathered(all: readonly Stuck[]): Stuck[] {
  const kinds = new Map<string, Stuck>();
  for (const one of all) {
    const key = [one.name, one.to, one.state, one.reason, one.customerId].join('\n');
    const known = kinds.get(key);
    kinds.set(
      key,
      known ? { ...known, count: known.count + 1, ids: [...known.ids, ...one.ids] } : one,
    );
  }
  return [...kinds.values()];
}

/** Changes with these letters in what was done, why, about what, or in the name of whoever did it. */
function saying(words: string, people: readonly { readonly id: string; readonly name: string }[]) {
  const has = { contains: words, mode: 'insensitive' as const };
  const actors = people.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
  return {
    OR: [
      { action: has },
      { why: has },
      { subject: has },
      { customerId: has },
      { actorId: { in: actors.map(({ id }) => id) } },
    ],
  };
}
