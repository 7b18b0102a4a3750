import type { ContactMethod } from '../customers/person.ts';
import type { Audience } from '../delivery/audience.ts';
import type { Setup } from '../setup/setup.ts';

/** Somebody who can speak in a scenario. */
export interface Player {
  readonly name: string;
  readonly side: string;
  readonly customerId: string | null;
  /** The customers a partner's person works for. */
  readonly partnerOf: readonly string[];
  readonly timeZone: string;
  readonly contact: readonly { readonly via: ContactMethod; readonly to: string | null }[];
}

/** A conversation of a scenario. */
export interface CastRoom {
  readonly customerId: string | null;
  readonly audience: Audience;
}

/** Everybody and everything a scenario can name, by id. */
export interface Cast {
  readonly people: ReadonlyMap<string, Player>;
  readonly places: ReadonlyMap<string, CastRoom>;
  readonly customers: ReadonlyMap<string, { readonly name: string; readonly timeZone: string }>;
  /** Full milestone ids: customer/transition/key. */
  readonly milestones: readonly string[];
  /** The zone of the first customer, in which a scenario is told. */
  readonly timeZone: string;
}

/** Full ids of the milestones somebody may mean by "backup", "erp-go-live/backup" or the full id. */
export function milestonesNamed(cast: Cast, name: string): readonly string[] {
  return cast.milestones.filter(id => id === name || id.endsWith(`/${name}`));
}

/** May this person read what is said there? Vendor people read every place; a customer's people, and those of its partners, its shared ones. */
export function canRead(cast: Cast, personId: string, to: string): boolean {
  if (to === personId) return true;
  const room = cast.places.get(to);
  const player = cast.people.get(personId);
  if (!room || !player) return false;
  if (player.side === 'vendor') return true;
  const { customerId, partnerOf } = player;
  const isTheirs = room.customerId === customerId || partnerOf.includes(room.customerId ?? '');
  return room.audience === 'shared' && isTheirs;
}

/** Everybody and everything a setup names. */
export function castOf({ organisation, people, customers }: Setup): Cast {
  const zoneOf = new Map(customers.map(({ id, timeZone }) => [id, timeZone]));
  return {
    people: new Map(
      people.map(({ id, name, side, customer, customers: partnerOf, timeZone, contact }) => [
        id,
        {
          name,
          side,
          customerId: customer ?? null,
          partnerOf,
          timeZone: timeZone ?? zoneOf.get(customer ?? '') ?? organisation.timeZone,
          contact: (contact ?? []).map(({ via, to }) => ({ via, to: to ?? null })),
        },
      ]),
    ),
    places: new Map(
      customers.flatMap(({ id: customerId, places }) =>
        places.map(({ id, audience }) => [id, { customerId, audience }] as const),
      ),
    ),
    customers: new Map(customers.map(({ id, name, timeZone }) => [id, { name, timeZone }])),
    milestones: customers.flatMap(({ id, transitions }) =>
      transitions.flatMap(transition =>
        transition.milestones.map(({ id: key }) => `${id}/${transition.id}/${key}`),
      ),
    ),
    timeZone: customers[0]?.timeZone ?? organisation.timeZone,
  };
}
