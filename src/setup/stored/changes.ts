import { isDeepStrictEqual } from 'node:util';
import { shown } from '../source.ts';
import type { Stored } from './load-stored.ts';

/** One value of the setup that becomes another: "customers.northwind.timeZone", as a person reads it. */
export interface ChangedValue {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The values that differ between two readings of what both know; what only one of them has is told by its name elsewhere. */
export function listChanges(before: Stored, after: Stored): ChangedValue[] {
  return differing(before, after, '');
}

function differing(before: unknown, after: unknown, path: string): ChangedValue[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [a, b] = [parts(before), parts(after)];
  if (!a || !b) return [{ path, before: valueText(before), after: valueText(after) }];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap(key => {
    const isOneSided = isEntry(a.get(key) ?? b.get(key)) && !(a.has(key) && b.has(key));
    if (isOneSided) return [];
    return differing(a.get(key), b.get(key), path === '' ? key : `${path}.${key}`);
  });
}

/** A mapping by its keys, a list of entries by their ids; null for anything else. */
function parts(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value))
    return value.every(isEntry) ? new Map(value.map(one => [String(one.id), one])) : null;
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}

function isEntry(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function valueText(value: unknown): string {
  return value === undefined ? '(nothing)' : shown(value);
}
