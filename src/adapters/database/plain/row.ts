import { isPlainObject } from './condition.ts';
import type { Table } from './tables.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A key of several columns has a name of its own in Prisma: `{ customerId_key: { customerId, key } }`. */
export function unfolded(table: Table, where: unknown): unknown {
  if (!isPlainObject(where)) return where;
  return Object.fromEntries(
    Object.entries(where).flatMap(([name, value]) =>
      !table.columns.includes(name) && isPlainObject(value)
        ? Object.entries(value)
        : [[name, value]],
    ),
  );
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
