import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { businessHoursFrom } from '../../customers/customer.ts';
import { contactColumn, personFrom } from '../../customers/person.ts';
import { usualHours } from '../../customers/working-hours.ts';
import { holidayRuleFrom } from '../../holidays/holiday.ts';
import { targetColumn } from '../../paging/ladder/target.ts';
import type { BusinessHours } from '../../shared/business-hours.ts';
import type { Tx } from '../../shared/database.ts';
import { durationText } from '../duration.ts';
import { id } from '../values.ts';
import {
  dayName,
  type Written,
  written,
  writtenChannels,
  writtenContact,
  writtenHours,
  writtenMedia,
  writtenOverrides,
  writtenSpan,
  writtenTarget,
  writtenUsers,
} from './written.ts';
import { writtenContract } from './written-contract.ts';

/** What the store has, in the shapes of a setup file. */
export interface Stored {
  readonly organisation: Written;
  readonly people: readonly Written[];
  readonly customers: readonly Written[];
  readonly schedules: readonly Written[];
  readonly escalations: readonly Written[];
  readonly hooks: readonly Written[];
  readonly webhooks: readonly Written[];
}

/**
 * The setup of these customers as a file would say it, with all of the vendor's people, schedules and escalations: read
 * back, it changes nothing. Somebody only recognised by their account, under an id no file could have, is left out.
 */
export async function loadStored(tx: Tx, customerIds: readonly string[]): Promise<Stored> {
  const row = await tx.organisation.findUnique({ where: { id: 'vendor' } });
  const hours = row ? businessHoursFrom(row.hours) : usualHours;
  return {
    organisation: written({
      name: row?.name ?? 'Vendor',
      timeZone: row?.timeZone ?? 'UTC',
      hours: isDeepStrictEqual(hours, usualHours) ? null : writtenHours(hours),
    }),
    people: await listPeople(tx, customerIds, hours),
    customers: await listCustomers(tx, customerIds),
    schedules: await listSchedules(tx),
    escalations: await listEscalations(tx),
    hooks: await listHooks(tx),
    webhooks: (await tx.webhook.findMany({ orderBy: { id: 'asc' } })).map(written),
  };
}

async function listPeople(
  tx: Tx,
  customerIds: readonly string[],
  vendorHours: BusinessHours,
): Promise<Written[]> {
  const rows = await tx.person.findMany({
    where: { OR: [{ customerId: null }, { customerId: { in: [...customerIds] } }] },
    include: {
      identities: { orderBy: [{ platform: 'asc' }, { workspace: 'asc' }, { user: 'asc' }] },
    },
    orderBy: { id: 'asc' },
  });
  return rows
    .filter(row => id.safeParse(row.id).success)
    .map(({ identities, ...row }) => {
      const { name, side, customerId, partnerOf, timeZone, skills, active } = personFrom(row);
      const hours = businessHoursFrom(row.hours);
      const contact = contactColumn.parse(row.contact);
      const users = identities.map(one => ({ ...one, self: one.user }));
      const entry = written({
        id: row.id,
        name,
        side,
        customer: customerId,
        customers: partnerOf.filter(one => customerIds.includes(one)),
        timeZone,
        contact: writtenContact(contact),
        media: writtenMedia(contact),
        skills,
        language: row.language,
        active: active ? null : false,
        identities: writtenUsers(users),
        hours: isDeepStrictEqual(hours, vendorHours) ? null : writtenHours(hours),
        leave: row.absencesUrl,
      });
      // An empty list says something here: they are never called.
      return contact.length > 0 ? entry : { ...entry, contact: [] };
    });
}

async function listCustomers(tx: Tx, customerIds: readonly string[]): Promise<Written[]> {
  const rows = await tx.customer.findMany({
    where: { id: { in: [...customerIds] } },
    orderBy: { id: 'asc' },
  });
  const rules = new Map(
    (await tx.publicHoliday.findMany({ where: { customerId: { in: [...customerIds] } } })).map(
      one => [one.customerId, written({ ...holidayRuleFrom(one.rule) })] as const,
    ),
  );
  const places = await placesOf(tx, customerIds);
  const transitions = await transitionsOf(tx, rows);
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    timeZone: row.timeZone,
    businessHours: writtenHours(businessHoursFrom(row.businessHours)),
    ...written({
      brief: row.brief,
      language: row.language,
      holidays: rules.get(row.id),
      handEmoji: row.handEmoji,
    }),
    ...wordsOf(row.words),
    ...writtenContract(row.contract, row.timeZone),
    people: written({
      leader: row.leaderId,
      members: row.memberIds,
      advocate: row.advocateId,
      backup: row.backupId,
      sales: row.salesId,
      manager: row.managerId,
    }),
    ...written({ places: places.get(row.id) }),
    escalation: row.escalationId,
    ...written({ transitions: transitions.get(row.id) }),
  }));
}

const wordsColumn = z.record(z.string(), z.array(z.string()));

function wordsOf(stored: unknown): Written {
  const words = written(wordsColumn.parse(stored));
  return Object.keys(words).length > 0 ? { words } : {};
}

async function placesOf(tx: Tx, customerIds: readonly string[]) {
  const rows = await tx.place.findMany({
    where: { customerId: { in: [...customerIds] } },
    include: { identities: { orderBy: [{ platform: 'asc' }, { channel: 'asc' }] } },
    orderBy: { id: 'asc' },
  });
  return byCustomer(
    rows.filter(row => id.safeParse(row.id).success),
    ({ id: placeId, audience, listening, language, tell, partners, identities }) =>
      written({
        id: placeId,
        audience,
        listening: listening === 'questions' ? null : listening,
        language,
        tell: tell === 'all' ? null : tell,
        partners,
        identities: writtenChannels(identities.map(one => ({ ...one, self: one.channel }))),
      }),
  );
}

/** Entries under the customer they belong to, in their order. */
function byCustomer<T extends { readonly customerId: string | null }>(
  rows: readonly T[],
  write: (row: T) => Written,
): ReadonlyMap<string, readonly Written[]> {
  const listed = new Map<string, Written[]>();
  for (const row of rows) {
    const known = listed.get(row.customerId ?? '') ?? [];
    listed.set(row.customerId ?? '', [...known, write(row)]);
  }
  return listed;
}

async function transitionsOf(
  tx: Tx,
  customers: readonly { readonly id: string; readonly timeZone: string }[],
) {
  const zones = new Map(customers.map(one => [one.id, one.timeZone]));
  const rows = await tx.transition.findMany({
    where: { customerId: { in: [...zones.keys()] } },
    include: { milestones: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ windowFrom: 'asc' }, { id: 'asc' }],
  });
  return byCustomer(
    rows,
    ({ key, kind, name, customerId, windowFrom, windowUntil, milestones }) => {
      const timeZone = zones.get(customerId) ?? 'UTC';
      return {
        id: key,
        kind,
        name,
        window: writtenSpan(windowFrom, windowUntil, timeZone),
        ...written({
          milestones: milestones.map(step => ({
            id: step.key,
            name: step.name,
            ...writtenSpan(step.plannedFrom, step.plannedUntil, timeZone),
            ...written({ after: step.after, owner: step.ownerId }),
          })),
        }),
      };
    },
  );
}

const rotationColumn = z.object({
  everyDays: z.number(),
  start: z.string(),
  people: z.array(z.string()),
});
const layersColumn = z.array(
  z.object({
    rotation: rotationColumn,
    only: z.array(z.object({ days: z.array(z.number()), from: z.string(), until: z.string() })),
  }),
);
const overridesColumn = z.array(
  z.object({ from: z.string(), until: z.string(), personId: z.string() }),
);

async function listSchedules(tx: Tx): Promise<Written[]> {
  const rows = await tx.schedule.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ id: scheduleId, timeZone, layers, overrides }) => {
    const [lowest, ...upper] = layersColumn.parse(layers);
    const isBare = lowest !== undefined && lowest.only.length === 0;
    return written({
      id: scheduleId,
      timeZone,
      rotation: isBare ? turnsOf(lowest.rotation) : null,
      layers: [...(lowest && !isBare ? [lowest] : []), ...upper].map(layerOf),
      overrides: writtenOverrides(overridesColumn.parse(overrides), timeZone),
    });
  });
}

function turnsOf({ everyDays, start, people }: z.output<typeof rotationColumn>): Written {
  return { every: durationText(everyDays * 24 * 60), start, people };
}

function layerOf({ rotation, only }: z.output<typeof layersColumn>[number]): Written {
  const [hours] = only;
  if (!hours) return { rotation: turnsOf(rotation) };
  const { days, from, until } = hours;
  return { rotation: turnsOf(rotation), only: { days: days.map(dayName), from, until } };
}

const levelsColumn = z.array(
  z.object({
    to: z.array(targetColumn),
    waitMinutes: z.number(),
    strategy: z.string().nullable().optional(),
  }),
);

async function listEscalations(tx: Tx): Promise<Written[]> {
  const rows = await tx.escalationPolicy.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ id: escalationId, levels, repeat, fallback }) => ({
    id: escalationId,
    levels: levelsColumn
      .parse(levels)
      .map(({ to, waitMinutes, strategy }) =>
        written({ to: to.map(writtenTarget), wait: durationText(waitMinutes), strategy }),
      ),
    repeat,
    fallback: z.array(targetColumn).parse(fallback).map(writtenTarget),
  }));
}

async function listHooks(tx: Tx): Promise<Written[]> {
  const rows = await tx.hook.findMany({ orderBy: { id: 'asc' } });
  return rows.map(row => written({ ...row, publish: row.publish || null }));
}
