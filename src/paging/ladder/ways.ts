import { z } from 'zod';
import type { RosterPerson } from './roster.ts';

/** The setting under which the connected ways stand. */
export const waysKey = 'connected-ways';

const waysColumn = z.array(z.string());

/** The ways outside chat that are connected; null where nobody has said so, as in a rehearsal. */
export function waysFrom(stored: unknown): ReadonlySet<string> | null {
  return stored === undefined ? null : new Set(waysColumn.parse(stored));
}

/**
 * A person with the contact methods that can reach them: what is not connected is neither called nor promised to the
 * customer. Whoever has no other is called by chat.
 */
export function withConnected(
  person: RosterPerson,
  ways: ReadonlySet<string> | null,
): RosterPerson {
  const contact = person.contact.filter(({ via }) => via === 'chat' || !ways || ways.has(via));
  return contact.length > 0
    ? { ...person, contact }
    : { ...person, contact: [{ via: 'chat', to: null, afterMinutes: 0 }] };
}
