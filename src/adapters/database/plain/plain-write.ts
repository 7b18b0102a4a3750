import { type Bind, isPlainObject, isScalar, wholeConditionOf } from './condition.ts';
import type { Plain } from './plain-read.ts';
import { columnsOf, type Row, unfolded, withBig } from './row.ts';
import type { Table } from './tables.ts';

const understood = ['where', 'data', 'select'];

/** A change of rows that are there, by columns of their table alone, as a statement that stays prepared; null for everything else. */
export function plainWrite(table: Table, method: string, given: unknown): Plain | null {
  if (!isPlainObject(given)) return null;
  if (
    Object.entries(given).some(([key, value]) => value !== undefined && !understood.includes(key))
  )
    return null;
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  switch (method) {
    case 'update': {
      const change = updateOf(table, { ...given, where: unfolded(given.where) }, bind);
      const columns = columnsOf(table, given.select);
      if (change === null || columns === null) return null;
      const sql = `${change} RETURNING ${columns.map(name => `"${name}"`).join(', ')}`;
      const big = table.big.filter(name => columns.includes(name));
      return { sql, values, answer: ({ rows: [row] }) => row && withBig(row, big) };
    }
    case 'updateMany': {
      const sql = updateOf(table, given, bind);
      return sql === null ? null : { sql, values, answer: counted };
    }
    case 'deleteMany': {
      const condition = wholeConditionOf(table, given.where, bind);
      if (condition === null) return null;
      const sql = `DELETE FROM "${table.name}" WHERE ${condition}`;
      return { sql, values, answer: counted };
    }
    default:
      return null;
  }
}

const counted = ({ count }: { readonly count: number }) => ({ count });

function updateOf(table: Table, { where, data }: Row, bind: Bind): string | null {
  if (!isPlainObject(data)) return null;
  const changes = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => changeOf(table, [name, value], bind));
  const condition = wholeConditionOf(table, where, bind);
  if (condition === null || changes.length === 0 || changes.includes(null)) return null;
  return `UPDATE "${table.name}" SET ${changes.join(', ')} WHERE ${condition}`;
}

function changeOf(table: Table, [name, value]: [string, unknown], bind: Bind): string | null {
  if (!table.comparable.includes(name)) return documentOf(table, [name, value], bind);
  const isList = Array.isArray(value) && value.every(isScalar);
  if (value === null || isScalar(value) || isList) return `"${name}" = ${bind(value)}`;
  if (!isPlainObject(value)) return null;
  const { increment, ...others } = value;
  const isStep = typeof increment === 'number' && Object.keys(others).length === 0;
  return isStep ? `"${name}" = "${name}" + ${bind(increment)}` : null;
}

/** Prisma has words of its own for what is null inside of a document, or instead of one. */
function documentOf(table: Table, [name, value]: [string, unknown], bind: Bind): string | null {
  if (!table.columns.includes(name)) return null;
  const isDocument = isPlainObject(value) || Array.isArray(value);
  return isDocument ? `"${name}" = ${bind(JSON.stringify(value))}::jsonb` : null;
}
