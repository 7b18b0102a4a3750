import type { Json } from '../../shared/database.ts';
import type { Cadence } from './cadence.ts';

/** What people can set about a cadence: what the audit log keeps before and after, and undo restores. */
export const settable = [
  'rung',
  'boundMin',
  'boundMax',
  'closeness',
  'pinned',
  'pinnedRung',
  'pausedUntil',
  'stopped',
  'notBefore',
  'fixedTime',
  'notQuicker',
  'notSlower',
  'setBy',
  'setWhy',
] as const satisfies readonly (keyof Cadence)[];

export type Settable = Pick<Cadence, (typeof settable)[number]>;

/** The settable part of a cadence, for the audit log. */
export function recordOf(cadence: Settable): Json {
  const entries = settable.map(key => [key, cadence[key]] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as Json;
}
