import { rungs, rungWords } from '../../../check-ins/cadence/cadence.ts';
import { internal, type Text, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { propertyOf } from '../../../shared/errors.ts';
import { inZone } from '../../../shared/time.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `audit northwind`: who changed what about this customer, when and why; the newest first. */
export async function audit(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const { tx } = trip;
    const rows = await tx.audit.findMany({
      where: { customerId: customer.id },
      orderBy: { seq: 'desc' },
      take: 10,
    });
    if (rows.length === 0)
      return [note(customer.id, internal`Nobody has changed anything for ${customer.name}.`)];
    const people = await tx.person.findMany({
      where: { id: { in: rows.flatMap(row => row.actorId ?? []) } },
    });
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const lines = rows.map((row): Text<'internal'> => {
      const who = row.actorId ? (nameOf.get(row.actorId) ?? row.actorId) : 'Handrail';
      const why = row.why && row.action !== 'cadence.undo' ? ` because ${row.why}` : '';
      const undone = row.undoneAt ? internal` Undone ${time(row.undoneAt)}.` : internal``;
      const what = sayingOf(row) ?? changeWords(row, customer.timeZone);
      return internal`${time(row.at)} ${who}: ${actionWords(row.action)} ${what}${why}.${undone}`;
    });
    return [note(customer.id, internal`Changes for ${customer.name}:`, ...lines)];
  });
}

interface Changed {
  readonly before: unknown;
  readonly after: unknown;
}

/** Some changes bring their own words: "#northwind-shared as shared, read by 1 company outside ours". */
function sayingOf({ after }: Changed): string | null {
  const said = propertyOf(after, 'said');
  return typeof said === 'string' ? said : null;
}

/** What is different, as "to daily (was every 2 days), held (was not)". */
function changeWords({ before, after }: Changed, timeZone: string): string {
  const was = fieldsOf(before);
  const parts = [...fieldsOf(after)].flatMap(([field, value]) => {
    const label = labels[field];
    const old = was.get(field) ?? null;
    if (!label || old === value) return [];
    return [`${label} ${valueWords(value, timeZone)} (was ${valueWords(old, timeZone)})`];
  });
  return parts.length > 0 ? parts.join(', ') : 'as they were';
}

function fieldsOf(column: unknown): Map<string, unknown> {
  if (typeof column !== 'object' || column === null) return new Map();
  return new Map(Object.entries(column).map(([field, value]) => [field, value ?? null]));
}

function valueWords(value: unknown, timeZone: string): string {
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  const rung = rungs.find(known => known === text);
  if (rung) return rungWords(rung);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? clockWords(new Date(text), timeZone) : text;
}

function clockWords(at: Date, timeZone: string): string {
  return inZone(at, timeZone).setLocale('en-GB').toFormat('ccc d LLL, HH:mm');
}

/** How the fields of a cadence are called when people read them; the others are for the machine. */
const labels: Readonly<Record<string, string>> = {
  rung: 'to',
  boundMin: 'at closest',
  boundMax: 'at widest',
  closeness: 'closeness',
  pinned: 'held:',
  pausedUntil: 'paused until',
  stopped: 'stopped:',
  notBefore: 'not before',
  fixedTime: 'always at',
  notQuicker: 'no quicker than',
  notSlower: 'no slower than',
};

const actionNames: Readonly<Record<string, string>> = {
  'cadence.change': 'set check-ins',
  'cadence.wish': 'wished for check-ins',
  'cadence.undo': 'took back, now check-ins',
  'place.settle': 'settled',
};

function actionWords(action: string): string {
  return actionNames[action] ?? action;
}
