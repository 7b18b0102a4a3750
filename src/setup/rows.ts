import type { Contact } from '../customers/person.ts';
import { usualHours } from '../customers/working-hours.ts';
import type { HolidayRule } from '../holidays/holiday.ts';
import { roles, type Target } from '../paging/ladder/target.ts';
import { byChat } from '../reach/ways.ts';
import type {
  SetupCustomer,
  SetupEscalation,
  SetupFile,
  SetupHolidays,
  SetupHours,
  SetupPerson,
  SetupSchedule,
  SetupTarget,
} from './schema.ts';
import { wallInstant, wallReading } from './values.ts';

/** Working hours as a JSON column holds them. */
type StoredHours = { days: number[]; from: string; until: string; holidays: string[] };

function hoursRow({ days, from, to, holidays }: SetupHours): StoredHours {
  return {
    days: [...new Set(days)].sort(),
    from,
    until: to,
    holidays: [...new Set(holidays)].sort(),
  };
}

/** Those of the file, else when people usually work. */
function vendorHours(hours: SetupHours | undefined): StoredHours {
  if (hours) return hoursRow(hours);
  const { days, from, until, holidays } = usualHours;
  return { days: [...days], from, until, holidays: [...holidays] };
}

/** The vendor itself. */
export function organisationRow({ organisation: { name, timeZone, hours } }: SetupFile) {
  return { id: 'vendor', name, timeZone, hours: vendorHours(hours) };
}

/** What the tables say when a setup is in them: pure translations, one for each table. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly side: string;
  readonly customerId: string | null;
  /** The customers a partner's person works for. */
  readonly partnerOf: string[];
  readonly timeZone: string;
  readonly language: string | null;
  readonly contact: Contact[];
  readonly skills: string[];
  readonly hours: StoredHours;
  readonly absencesUrl: string | null;
  /** Left out where the file does not say. */
  readonly active?: boolean;
}

/** The ways to reach somebody, chat when the file does not say, and those they never want. */
function contactRows({ contact, media }: SetupFile['people'][number]): Contact[] {
  if (contact?.length === 0) return [];
  const never = new Set(media?.never);
  const written = contact?.map(({ via, to, after, verified }) => ({
    via,
    to: to ?? null,
    afterMinutes: after,
    ...(verified === false && { isProposed: true }),
    ...(never.has(via) && { isUnwanted: true }),
  }));
  const rows = written ?? [{ ...byChat, ...(never.has('chat') && { isUnwanted: true }) }];
  const unnamed = [...never].filter(via => rows.every(row => row.via !== via));
  return [...rows, ...unnamed.map(via => ({ ...byChat, via, isUnwanted: true }))];
}

/** People; without a zone of their own they live in their customer's, or in the organisation's, and work as that does. */
export function personRows(setup: SetupFile): PersonRow[] {
  const zones = new Map(setup.customers.map(({ id, timeZone }) => [id, timeZone]));
  return setup.people.map(person => ({
    id: person.id,
    name: person.name,
    side: person.side,
    customerId: person.side === 'partner' ? null : (person.customer ?? null),
    partnerOf: servedBy(person),
    timeZone: person.timeZone ?? zones.get(person.customer ?? '') ?? setup.organisation.timeZone,
    language: person.language ?? null,
    contact: contactRows(person),
    skills: person.skills,
    hours: vendorHours(person.hours ?? setup.organisation.hours),
    absencesUrl: person.leave ?? null,
    ...(person.active === undefined ? {} : { active: person.active }),
  }));
}

/** The customers a partner's person works for, each once. */
export function servedBy({
  side,
  customer,
  customers,
}: Pick<SetupPerson, 'side' | 'customer' | 'customers'>): string[] {
  if (side !== 'partner') return [];
  return [...new Set([...(customer ? [customer] : []), ...customers])].sort();
}

export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly language: string | null;
  readonly handEmoji: string[];
  readonly businessHours: StoredHours;
  readonly leaderId: string | null;
  readonly memberIds: string[];
  readonly advocateId: string;
  readonly backupId: string | null;
  readonly salesId: string | null;
  readonly managerId: string | null;
  readonly escalationId: string;
  readonly brief: string;
  readonly words: { systems: string[]; sites: string[]; products: string[]; people: string[] };
  readonly contract: StoredContract | Record<string, never>;
}

/** One customer, without its places and plans. */
export function customerRow(customer: SetupCustomer): CustomerRow {
  const { leader, members, advocate, backup, sales, manager } = customer.people;
  return {
    id: customer.id,
    name: customer.name,
    timeZone: customer.timeZone,
    language: customer.language ?? null,
    handEmoji: customer.handEmoji,
    businessHours: hoursRow(customer.businessHours),
    leaderId: leader ?? null,
    memberIds: [...new Set(members)],
    advocateId: advocate,
    backupId: backup ?? null,
    salesId: sales ?? null,
    managerId: manager ?? null,
    escalationId: customer.escalation,
    brief: customer.brief,
    words: customer.words,
    contract: customer.contract ? contractRow(customer.contract) : {},
  };
}

/** A contract as its column holds it; times as text. */
type StoredContract = ReturnType<typeof contractRow>;

function contractRow(contract: NonNullable<SetupCustomer['contract']>) {
  const { currency, rates, afterHours, covers, reworkDays } = contract;
  return {
    currency,
    includedMinutes: contract.included,
    includedRoles: [...new Set(contract.includedRoles)],
    rates,
    afterHours,
    hours: contract.hours ? hoursRow(contract.hours) : null,
    roundingMinutes: contract.rounding,
    covers,
    reworkDays,
    freeTravelUnderMinutes: contract.freeTravelUnder,
    ours: contract.ours.map(one => ({ ...one, at: one.at.toISOString() })),
  };
}

/** Which public holidays a customer has. */
export function holidayRule({ country, region, also, except }: SetupHolidays): HolidayRule {
  return { country, region: region ?? null, also, except };
}

export interface PlaceRow {
  readonly id: string;
  readonly customerId: string | null;
  readonly audience: string;
  readonly listening: string;
  readonly language: string | null;
  readonly tell: string;
  readonly partners: string[];
}

/** The places of one customer, without their identities. */
export function placeRows({ id: customerId, places }: SetupCustomer): PlaceRow[] {
  return places.map(({ id, audience, listening, language = null, tell, partners }) => ({
    id,
    customerId,
    audience,
    listening,
    language,
    tell,
    partners: [...new Set(partners)].sort(),
  }));
}

/** Where somebody or something is on a platform; a Teams tenant is a workspace, a conversation a channel. */
export interface IdentityRow {
  readonly platform: string;
  readonly workspace: string;
  readonly self: string;
}

/** How platforms know a person; null when the file does not say. */
export function personIdentities({ identities }: SetupPerson): IdentityRow[] | null {
  return (
    identities?.map(one => {
      const { platform } = one;
      if (platform === 'mail') return { platform, workspace: platform, self: one.address };
      return {
        platform,
        workspace: platform === 'slack' ? one.workspace : one.tenant,
        self: one.user,
      };
    }) ?? null
  );
}

/** How platforms know a place; null when the file does not say. */
export function placeIdentities({
  identities,
}: SetupCustomer['places'][number]): IdentityRow[] | null {
  return (
    identities?.map(one => {
      const { platform } = one;
      if (platform === 'mail') return { platform, workspace: platform, self: one.address };
      if (platform === 'slack') return { platform, workspace: one.workspace, self: one.channel };
      return { platform, workspace: one.tenant, self: one.conversation };
    }) ?? null
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
  readonly layers: {
    rotation: { everyDays: number; start: string; people: string[] };
    only: { days: number[]; from: string; until: string }[];
  }[];
  readonly overrides: OverrideRow[];
}

/** A schedule; overrides become instants, turns stay on the wall clock. `rotation` is the lowest layer. */
export function scheduleRow(schedule: SetupSchedule): ScheduleRow {
  const { id, timeZone, rotation, layers, overrides } = schedule;
  const lowest = rotation ? [{ rotation, only: undefined }] : [];
  return {
    id,
    timeZone,
    layers: [...lowest, ...layers].map(({ rotation: turns, only }) => ({
      rotation: {
        everyDays: turns.every,
        start: wallReading(turns.start, timeZone),
        people: turns.people,
      },
      only: only ? [{ ...only, days: [...new Set(only.days)].sort() }] : [],
    })),
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
