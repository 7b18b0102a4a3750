import type { Contact } from '../customers/person.ts';
import { roles, type Target } from '../paging/ladder/target.ts';
import type {
  SetupCustomer,
  SetupEscalation,
  SetupFile,
  SetupPerson,
  SetupSchedule,
  SetupTarget,
} from './schema.ts';
import { wallInstant, wallReading } from './values.ts';

/** What the tables say when a setup is in them: pure translations, one for each table. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly side: string;
  readonly customerId: string | null;
  readonly timeZone: string;
  readonly contact: Contact[];
  readonly skills: string[];
  /** Left out where the file does not say. */
  readonly active?: boolean;
}

/** The ways to reach somebody, without those they never want. */
function contactRows({ contact, media }: SetupFile['people'][number]): Contact[] {
  return contact
    .filter(({ via }) => !media?.never.includes(via))
    .map(({ via, to, after, verified }) => ({
      via,
      to: to ?? null,
      afterMinutes: after,
      ...(verified === false && { isProposed: true }),
    }));
}

/** People; without a zone of their own they live in their customer's, or in the organisation's. */
export function personRows(setup: SetupFile): PersonRow[] {
  const zones = new Map(setup.customers.map(({ id, timeZone }) => [id, timeZone]));
  return setup.people.map(person => ({
    id: person.id,
    name: person.name,
    side: person.side,
    customerId: person.customer ?? null,
    timeZone: person.timeZone ?? zones.get(person.customer ?? '') ?? setup.organisation.timeZone,
    contact: contactRows(person),
    skills: person.skills,
    ...(person.active === undefined ? {} : { active: person.active }),
  }));
}

export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly businessHours: { days: number[]; from: string; until: string; holidays: string[] };
  readonly leaderId: string | null;
  readonly memberIds: string[];
  readonly advocateId: string;
  readonly backupId: string | null;
  readonly salesId: string | null;
  readonly managerId: string | null;
  readonly escalationId: string;
  readonly brief: string;
  readonly words: { systems: string[]; sites: string[]; products: string[]; people: string[] };
}

/** One customer, without its places and plans. */
export function customerRow(customer: SetupCustomer): CustomerRow {
  const { days, from, to, holidays } = customer.businessHours;
  const { leader, members, advocate, backup, sales, manager } = customer.people;
  return {
    id: customer.id,
    name: customer.name,
    timeZone: customer.timeZone,
    businessHours: {
      days: [...new Set(days)].sort(),
      from,
      until: to,
      holidays: [...new Set(holidays)].sort(),
    },
    leaderId: leader ?? null,
    memberIds: [...new Set(members)],
    advocateId: advocate,
    backupId: backup ?? null,
    salesId: sales ?? null,
    managerId: manager ?? null,
    escalationId: customer.escalation,
    brief: customer.brief,
    words: customer.words,
  };
}

export interface PlaceRow {
  readonly id: string;
  readonly customerId: string | null;
  readonly audience: string;
  readonly listening: string;
}

/** The places of one customer, without their identities. */
export function placeRows({ id: customerId, places }: SetupCustomer): PlaceRow[] {
  return places.map(({ id, audience, listening }) => ({ id, customerId, audience, listening }));
}

/** Where somebody or something is on a platform; a Teams tenant is a workspace, a conversation a channel. */
export interface IdentityRow {
  readonly platform: string;
  readonly workspace: string;
  readonly self: string;
}

/** How platforms know a person; null when the file does not say. */
export function personIdentities({ identities }: SetupPerson): IdentityRow[] | null {
  if (!identities) return null;
  return identities.map(one => ({
    platform: one.platform,
    workspace: one.platform === 'slack' ? one.workspace : one.tenant,
    self: one.user,
  }));
}

/** How platforms know a place; null when the file does not say. */
export function placeIdentities({
  identities,
}: SetupCustomer['places'][number]): IdentityRow[] | null {
  if (!identities) return null;
  return identities.map(one =>
    one.platform === 'slack'
      ? { platform: one.platform, workspace: one.workspace, self: one.channel }
      : { platform: one.platform, workspace: one.tenant, self: one.conversation },
  );
}

export interface OverrideRow {
  readonly from: string;
  readonly until: string;
  readonly personId: string;
}

export interface ScheduleRow {
  readonly id: string;
  readonly timeZone: string;
  readonly rotation: { everyDays: number; start: string; people: string[] };
  readonly overrides: OverrideRow[];
}

/** A schedule; overrides become instants, the rotation stays on the wall clock. */
export function scheduleRow({ id, timeZone, rotation, overrides }: SetupSchedule): ScheduleRow {
  return {
    id,
    timeZone,
    rotation: {
      everyDays: rotation.every,
      start: wallReading(rotation.start, timeZone),
      people: rotation.people,
    },
    overrides: overrides.map(({ from, until, person }) => ({
      from: wallInstant(from, timeZone).toISOString(),
      until: wallInstant(until, timeZone).toISOString(),
      personId: person,
    })),
  };
}

export interface EscalationRow {
  readonly id: string;
  readonly levels: { to: Target[]; waitMinutes: number; strategy: string | null }[];
  readonly repeat: number;
  readonly fallback: Target[];
}

/** An escalation, its targets in the form paging reads. */
export function escalationRow({ id, levels, repeat, fallback }: SetupEscalation): EscalationRow {
  return {
    id,
    levels: levels.map(({ to, wait, strategy }) => ({
      to: to.map(targetFrom),
      waitMinutes: wait,
      strategy: strategy ?? null,
    })),
    repeat,
    fallback: fallback.map(targetFrom),
  };
}

function targetFrom(target: SetupTarget): Target {
  if (typeof target !== 'string') return target;
  const role = roles.find(known => known === target);
  return role ? { role } : { person: target };
}
