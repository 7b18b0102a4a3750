import type { Table } from './tables.ts';

/** Takes a value among those of the statement, and returns its place there: "$3". */
export type Bind = (value: unknown) => string;

type Given = Readonly<Record<string, unknown>>;

/** What a condition asks of one column, by Prisma's word for it. */
const operators: Readonly<Record<string, (column: string, value: unknown, bind: Bind) => string>> =
  {
    equals: (column, value, bind) => `${column} = ${bind(value)}`,
    not: (column, value, bind) => `${column} <> ${bind(value)}`,
    lt: (column, value, bind) => `${column} < ${bind(value)}`,
    lte: (column, value, bind) => `${column} <= ${bind(value)}`,
    gt: (column, value, bind) => `${column} > ${bind(value)}`,
    gte: (column, value, bind) => `${column} >= ${bind(value)}`,
    has: (column, value, bind) => `${bind(value)} = ANY (${column})`,
  };

const listOperators: typeof operators = {
  in: (column, values, bind) => `${column} = ANY (${bind(values)})`,
  notIn: (column, values, bind) => `${column} <> ALL (${bind(values)})`,
  hasSome: (column, values, bind) => `${column} && ${bind(values)}`,
};

/** Prisma's `where` as a condition of SQL; null when it asks for more than columns of this table can say. */
export function conditionOf(table: Table, where: unknown, bind: Bind): string | null {
  if (!isPlainObject(where)) return null;
  return all(
    Object.entries(where).map(([name, asked]) => {
      if (asked === undefined) return '';
      if (name === 'OR') return anyOf(table, asked, bind);
      if (name === 'AND') return allOf(table, asked, bind);
      return table.comparable.includes(name) ? ofColumn(`"${name}"`, asked, bind) : null;
    }),
    ' AND ',
  );
}

/**
 * The condition of a change, or of the one row that is meant; null also where nothing is asked, or a part of it is
 * undefined: either would take in more rows than were meant, and Prisma knows which of them it refuses.
 */
export function wholeConditionOf(table: Table, where: unknown, bind: Bind): string | null {
  return isWhole(where) ? conditionOf(table, where, bind) || null : null;
}

function isWhole(asked: unknown): boolean {
  if (Array.isArray(asked)) return asked.every(isWhole);
  return isPlainObject(asked) ? Object.values(asked).every(isWhole) : asked !== undefined;
}

function allOf(table: Table, branches: unknown, bind: Bind): string | null {
  if (!Array.isArray(branches)) return null;
  return all(
    branches.map(branch => conditionOf(table, branch, bind)),
    ' AND ',
  );
}

function anyOf(table: Table, branches: unknown, bind: Bind): string | null {
  if (!Array.isArray(branches) || branches.length === 0) return null;
  const conditions = branches.map(branch => conditionOf(table, branch, bind));
  // An empty branch is true of every row, which nobody means.
  if (conditions.includes('')) return null;
  const any = all(
    conditions.map(one => one && `(${one})`),
    ' OR ',
  );
  return any && `(${any})`;
}

function ofColumn(column: string, asked: unknown, bind: Bind): string | null {
  if (asked === null) return `${column} IS NULL`;
  if (isScalar(asked)) return `${column} = ${bind(asked)}`;
  if (!isPlainObject(asked)) return null;
  return all(
    Object.entries(asked).map(([operator, value]) => compared(column, [operator, value], bind)),
    ' AND ',
  );
}

function compared(column: string, [operator, value]: [string, unknown], bind: Bind): string | null {
  if (value === undefined) return '';
  if (value === null) {
    if (operator === 'equals') return `${column} IS NULL`;
    return operator === 'not' ? `${column} IS NOT NULL` : null;
  }
  if (Array.isArray(value))
    return value.every(isScalar) ? (listOperators[operator]?.(column, value, bind) ?? null) : null;
  return isScalar(value) ? (operators[operator]?.(column, value, bind) ?? null) : null;
}

/** All parts that say something, joined; null as soon as one of them cannot be said. */
function all(parts: readonly (string | null)[], by: string): string | null {
  return parts.includes(null) ? null : parts.filter(Boolean).join(by);
}

/** What one column holds that is no document: the driver knows how to say it. */
export function isScalar(value: unknown): boolean {
  return value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Not one of Prisma's own values, such as its null of JSON. */
export function isPlainObject(value: unknown): value is Given {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
