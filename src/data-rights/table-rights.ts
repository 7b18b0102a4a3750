/** What is done with rows of somebody who is to be forgotten; `where` speaks of a row `t` and of the subject `s`. */
export type Rule =
  | { readonly act: 'delete'; readonly where: string }
  | { readonly act: 'blank'; readonly where: string; readonly set: string };

/** One table: every column in which words or ids can stand, and what is done with its rows. */
export interface TableRights {
  readonly columns: readonly string[];
  /** For a whole customer. None: nothing in it is a customer's. */
  readonly customer: readonly Rule[];
  /** For one person. */
  readonly person: readonly Rule[];
}

/** The row is of a customer who is to be forgotten. */
export const isOwn = `t."customerId" = ANY(s.customers)`;
/** The column names somebody who is to be forgotten. */
export const isTheirs = (column: string) => `t."${column}" = ANY(s.people)`;
/** One of the columns holds an id of theirs. */
export const mentions = (...columns: string[]) =>
  columns.map(column => `t."${column}"::text LIKE ANY(s.marks)`).join(' OR ');
/** One of the columns holds words of theirs. */
export const says = (...columns: string[]) =>
  columns.map(column => `t."${column}"::text LIKE ANY(s.words)`).join(' OR ');

/** The row goes. */
export const drop = (where: string): Rule => ({ act: 'delete', where });
/** The row stays, and what is theirs in it goes. */
export const blank = (where: string, set: string): Rule => ({ act: 'blank', where, set });
/** The row stays, and their ids go out of a list in it. */
export const without = (column: string, whose: 's.people' | 's.customers'): Rule =>
  blank(
    `t."${column}" && ${whose}`,
    `"${column}" = ARRAY(SELECT one FROM unnest(t."${column}") AS one WHERE one <> ALL(${whose}))`,
  );
/** A table whose rows are treated alike for a customer and for a person. */
export const both = (columns: string[], rule: Rule): TableRights => ({
  columns,
  customer: [rule],
  person: [rule],
});
/** A table in which nothing is a customer's or a person's. */
export const nobodys = (...columns: string[]): TableRights => ({
  columns,
  customer: [],
  person: [],
});
/** A table whose rows belong to a customer as a whole. */
export const customersOnly = (...columns: string[]): TableRights => ({
  columns,
  customer: [drop(isOwn)],
  person: [],
});
