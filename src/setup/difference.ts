import { isDeepStrictEqual } from 'node:util';

/** What an import did, by name: "customer northwind". */
export interface Report {
  readonly created: string[];
  readonly changed: string[];
  /** Untouched: already as the file says, or no longer in the file and left as it was. */
  readonly left: string[];
  /** Places in which nothing is said until somebody has looked who reads them, and why. */
  readonly parked: string[];
}

/** Which rows are new, which differ in at least one value, and which are as they should be. */
export interface Difference<R, K> {
  readonly created: readonly R[];
  readonly changed: readonly { readonly row: R; readonly before: K }[];
  readonly same: readonly R[];
}

/** Compares wanted rows with known ones by id, over the values the wanted rows have. */
export function difference<R extends { readonly id: string }, K extends { readonly id: string }>(
  wanted: readonly R[],
  known: readonly K[],
): Difference<R, K> {
  const byId = new Map(known.map(row => [row.id, row]));
  const created: R[] = [];
  const changed: { row: R; before: K }[] = [];
  const same: R[] = [];
  for (const row of wanted) {
    const before = byId.get(row.id);
    if (!before) created.push(row);
    else if (isWithin(row, before)) same.push(row);
    else changed.push({ row, before });
  }
  return { created, changed, same };
}

/** True when every value of `wanted` stands in `known`; the order of keys in a JSON column does not matter. */
export function isWithin(wanted: object, known: object): boolean {
  const values = new Map<string, unknown>(Object.entries(known));
  return Object.entries(wanted).every(([key, value]) => isDeepStrictEqual(value, values.get(key)));
}

/** A difference and the name of what it is about; `touched` ids changed in something beside the row. */
export interface Noted<R> {
  readonly kind: string;
  readonly found: Difference<R, unknown>;
  readonly touched?: ReadonlySet<string>;
}

/** Adds a difference to a report. */
export function note<R extends { readonly id: string }>(report: Report, noted: Noted<R>): void {
  const { kind, found, touched = new Set() } = noted;
  const names = (rows: readonly R[]) => rows.map(({ id }) => `${kind} ${id}`);
  report.created.push(...names(found.created));
  report.changed.push(...names(found.changed.map(({ row }) => row)));
  report.changed.push(...names(found.same.filter(({ id }) => touched.has(id))));
  report.left.push(...names(found.same.filter(({ id }) => !touched.has(id))));
}
