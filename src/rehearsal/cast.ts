import type { Audience } from '../delivery/audience.ts';

/** Somebody who can speak in a scenario. */
export interface Player {
  readonly name: string;
  readonly side: string;
  readonly customerId: string | null;
  readonly timeZone: string;
}

/** A conversation of a scenario. */
export interface Room {
  readonly customerId: string | null;
  readonly audience: Audience;
}

/** Everybody and everything a scenario can name, by id. */
export interface Cast {
  readonly people: ReadonlyMap<string, Player>;
  readonly places: ReadonlyMap<string, Room>;
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

/** May this person read what is said there? Vendor people read every place; a customer's people its shared ones. */
export function canRead(cast: Cast, personId: string, to: string): boolean {
  if (to === personId) return true;
  const room = cast.places.get(to);
  const player = cast.people.get(personId);
  if (!room || !player) return false;
  if (player.side === 'vendor') return true;
  return room.audience === 'shared' && room.customerId === player.customerId;
}
