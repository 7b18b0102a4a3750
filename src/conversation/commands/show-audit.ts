import { internal, type Text, time } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../reply.ts';
import type { Order } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `audit northwind`: who changed what about this customer, when and why; the newest first. */
export async function showAudit(trip: Trip, order: Order): Promise<Reply[]> {
  return forCustomer(trip, order, async ({ customer }) => {
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
      const why = row.why ? ` because ${row.why}` : '';
      const undone = row.undoneAt ? internal` Undone ${time(row.undoneAt)}.` : internal``;
      return internal`${time(row.at)} ${who}: ${actionWords(row.action)} ${changeWords(row.before, row.after)}${why}.${undone}`;
    });
    return [note(customer.id, internal`Changes for ${customer.name}:`, ...lines)];
  });
}

/** What is different, as "rung 1d (was 2d), pinned true (was false)". */
function changeWords(before: unknown, after: unknown): string {
  const was = fieldsOf(before);
  return [...fieldsOf(after)]
    .filter(([field, value]) => was.get(field) !== value && !field.startsWith('set'))
    .map(([field, value]) => `${labels[field] ?? field} ${value} (was ${was.get(field) ?? 'none'})`)
    .join(', ');
}

function fieldsOf(column: unknown): Map<string, string> {
  if (typeof column !== 'object' || column === null) return new Map();
  return new Map(Object.entries(column).map(([field, value]) => [field, String(value ?? 'none')]));
}

/** How the fields of a cadence are called when people read them. */
const labels: Readonly<Record<string, string>> = {
  rung: 'every',
  boundMin: 'at closest',
  boundMax: 'at widest',
  pinned: 'held',
  pausedUntil: 'paused until',
  notBefore: 'not before',
  fixedTime: 'always at',
  notQuicker: 'no quicker than',
  notSlower: 'no slower than',
};

const actionNames: Readonly<Record<string, string>> = {
  'cadence.change': 'set check-ins',
  'cadence.wish': 'wished for check-ins',
  'cadence.undo': 'took back, now check-ins',
};

function actionWords(action: string): string {
  return actionNames[action] ?? action;
}
