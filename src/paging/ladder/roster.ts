import { businessHoursFrom } from '../../customers/customer.ts';
import { type Contact, personFrom } from '../../customers/person.ts';
import { personOnCall, type Schedule } from '../../on-call/schedule.ts';
import { avoids, contactsOf, type Known, quietContact } from '../../reach/ways.ts';
import type { Working } from '../../shared/business-hours.ts';
import { unreachable } from '../../shared/errors.ts';
import type { Level } from './level.ts';
import type { Role, Target } from './target.ts';

/** Everybody an escalation could call for one customer, as the tables have them now. */
export interface Roster {
  readonly roles: Readonly<Record<Role, string | null>>;
  readonly schedules: readonly Schedule[];
  readonly people: readonly RosterPerson[];
}

/** Somebody who can be called: of the vendor, or of a partner. */
export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  /** When they work: what can wait waits for that. */
  readonly working: Working;
  /** The ways by which they are called; nobody has none but on purpose. */
  readonly contact: readonly Contact[];
  /** They are never written to in chat. */
  readonly avoidsChat?: boolean;
  readonly skills: readonly string[];
  /** Of a partner: told what they need, and no more. */
  readonly isPartner?: boolean;
}

/** A stored person as somebody who can be called by the ways that are known to be theirs. */
export function rosterPersonFrom(
  row: Parameters<typeof personFrom>[0] & { readonly hours: unknown },
  known: Known,
): RosterPerson {
  const person = personFrom(row);
  const isPartner = person.side === 'partner';
  const contact = contactsOf(person, known);
  return {
    ...person,
    ...(isPartner && { isPartner }),
    // A telephone reads the page aloud; what a partner may know of it is written in chat alone.
    contact: isPartner ? contact.filter(({ via }) => via === 'chat') : contact,
    avoidsChat: avoids(person, 'chat'),
    working: { timeZone: row.timeZone, businessHours: businessHoursFrom(row.hours) },
  };
}

/** A call somebody had, or is about to have. */
export interface Called {
  readonly personId: string;
  readonly via: string;
  readonly address: string | null;
}

/** A person to call, and how long after the level began. */
export interface CallTurn {
  readonly personId: string;
  readonly afterMinutes: number;
  readonly working: Working;
  readonly contact: readonly Contact[];
}

interface Ask {
  readonly now: Date;
  readonly used: readonly Called[];
}

/**
 * The people a level means at `now`, each once and with the moment of their turn. Who was called in this
 * round by every method they have is left out, so that turns are shared among those who are new.
 */
export function reachablePeople(level: Level, roster: Roster, { now, used }: Ask): CallTurn[] {
  const seen = new Set<string>();
  const fresh = (ids: readonly string[]) =>
    ids.flatMap(id => {
      const person = roster.people.find(one => one.id === id);
      if (!person || seen.has(id) || isUsedUp(person, level, used)) return [];
      seen.add(id);
      return [person];
    });
  const turns: { person: RosterPerson; afterMinutes: number }[] = [];
  for (const target of level.to) {
    const people = fresh(idsOf(target, roster, now));
    const isInOrder = 'skill' in target && target.strategy === 'in-order';
    const gap = isInOrder ? level.waitMinutes / Math.max(people.length, 1) : 0;
    people.forEach((person, index) => {
      turns.push({ person, afterMinutes: index * gap });
    });
  }
  const gap = level.strategy === 'in-order' ? level.waitMinutes / Math.max(turns.length, 1) : null;
  return turns.map(({ person, afterMinutes }, index) => ({
    personId: person.id,
    working: person.working,
    contact: contactAt(level, person),
    afterMinutes: gap === null ? afterMinutes : index * gap,
  }));
}

/** A level that wakes nobody is told by one quiet way, the others by every way. */
function contactAt({ by }: Level, { contact, avoidsChat }: RosterPerson): readonly Contact[] {
  if (!by) return contact;
  const quiet = quietContact(contact, avoidsChat ? 'unwanted' : 'wanted');
  return quiet ? [quiet] : [];
}

/** Whoever has no way at all is passed over at once. */
function isUsedUp(person: RosterPerson, level: Level, used: readonly Called[]): boolean {
  return contactAt(level, person).every(({ via, to }) =>
    used.some(call => call.personId === person.id && call.via === via && call.address === to),
  );
}

/** The ids a target names at `now`; none when a role is not filled or nobody is on call. */
function idsOf(target: Target, roster: Roster, now: Date): readonly string[] {
  if ('role' in target) return present(roster.roles[target.role]);
  if ('person' in target) return [target.person];
  if ('schedule' in target) {
    const schedule = roster.schedules.find(one => one.id === target.schedule);
    return present(schedule ? personOnCall(schedule, now) : null);
  }
  if ('skill' in target) {
    return roster.people.filter(person => person.skills.includes(target.skill)).map(({ id }) => id);
  }
  return unreachable(target);
}

function present(id: string | null | undefined): string[] {
  return id ? [id] : [];
}

/** The name of somebody on the roster; a plain word for somebody who has left it. */
export function nameOf(personId: string, roster: Roster): string {
  return nameOn(roster, personId) ?? 'a colleague';
}

/** The name of somebody on the roster; null for somebody who has left it. */
export function nameOn(roster: Roster, personId: string): string | null {
  return roster.people.find(one => one.id === personId)?.name ?? null;
}
