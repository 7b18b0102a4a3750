import type { Cell } from '../shared/csv.ts';
import type { Trip } from '../shared/database.ts';
import { utcWords } from '../shared/instant-text.ts';

/** Which rows are wanted. */
export interface Wanted {
  /** Only these; null = every customer. */
  readonly customerIds: readonly string[] | null;
  readonly since: Date | undefined;
  readonly until: Date | undefined;
  /** Behind the row with this id; null = from the beginning. */
  readonly after: string | null;
  /** At most so many. */
  readonly most: number;
}

/** Some rows of a table, and behind which of them it goes on. */
export interface Part {
  readonly rows: readonly (readonly Cell[])[];
  /** Null at the end. */
  readonly next: string | null;
}

/** Something a manager sees, as rows for other programs. */
export interface Table {
  readonly name: string;
  /** What it holds, for people. */
  readonly says: string;
  readonly headings: readonly string[];
  load(trip: Trip, wanted: Wanted): Promise<Part>;
}

/** The wish in the words of a query. */
export interface Query {
  readonly customerId: { readonly in: string[] } | undefined;
  readonly span: { readonly gte: Date | undefined; readonly lt: Date | undefined };
  readonly paging: {
    readonly take: number;
    readonly skip?: number;
    readonly cursor?: { readonly id: string };
  };
}

interface Parts<Row> {
  readonly name: string;
  readonly says: string;
  /** In an order that stays; of as many as `paging` says. */
  readonly list: (trip: Trip, query: Query) => Promise<readonly Row[]>;
  readonly columns: Readonly<Record<string, (row: Row) => Cell | Date>>;
}

/** A table of rows that have an id, read some at a time. */
export function tableOf<Row extends { readonly id: string }>(parts: Parts<Row>): Table {
  const { name, says, list, columns } = parts;
  const fields = Object.values(columns);
  return {
    name,
    says,
    headings: Object.keys(columns),
    async load(trip, wanted) {
      const { customerIds, since, until, after, most } = wanted;
      const found = await list(trip, {
        customerId: customerIds ? { in: [...customerIds] } : undefined,
        span: { gte: since, lt: until },
        paging: { take: most + 1, ...(after !== null && { skip: 1, cursor: { id: after } }) },
      });
      const shown = found.slice(0, most);
      const last = shown.at(-1);
      return {
        rows: shown.map(row => fields.map(field => plain(field(row)))),
        next: found.length > most && last ? last.id : null,
      };
    },
  };
}

function plain(value: Cell | Date): Cell {
  return value instanceof Date ? value.toISOString() : value;
}

/** Stored words as a cell, where there are any. */
export function wordsOf(text: string | null): string | null {
  return text === null ? null : utcWords(text);
}
