import { isPlainObject } from './condition.ts';
import type { Table } from './tables.ts';

export type Row = Readonly<Record<string, unknown>>;

/**
 * A key of several columns has a name of its own in Prisma: `{ customerId_key: { customerId, key } }`. What asks twice
 * for one column stays as it is.
 */
export function unfolded(where: unknown): unknown {
  if (!isPlainObject(where)) return where;
  const asked = Object.entries(where).flatMap(([name, value]) =>
    isKeyOfSeveral(name, value) ? Object.entries(value) : [[name, value] as const],
  );
  const names = new Set(asked.map(([name]) => name));
  return names.size === asked.length ? Object.fromEntries(asked) : where;
}

function isKeyOfSeveral(name: string, value: unknown): value is Row {
  return isPlainObject(value) && name.includes('_') && Object.keys(value).join('_') === name;
}

/** The columns of a row that are wanted: all, or those `select` names; null where it names something else. */
export function columnsOf(table: Table, select: unknown): readonly string[] | null {
  if (select === undefined || select === null) return table.columns;
  if (!isPlainObject(select)) return null;
  const wanted = Object.entries(select).filter(([, isWanted]) => isWanted !== undefined);
  if (wanted.some(([name, isWanted]) => isWanted !== true || !table.columns.includes(name)))
    return null;
  return wanted.length > 0 ? wanted.map(([name]) => name) : null;
}

/** The row with its big numbers as Prisma has them. */
export function withBig(row: Row, big: readonly string[]): Row {
  if (big.length === 0) return row;
  const asBig = (value: unknown) => (value === null ? null : BigInt(String(value)));
  return { ...row, ...Object.fromEntries(big.map(name => [name, asBig(row[name])])) };
}
