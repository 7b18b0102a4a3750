import { z } from 'zod';
import type { Medium } from '../delivery/medium-name.ts';
import { type Side, sideFrom } from './side.ts';

/** The media outside chat. */
export const outsideMethods = ['sms', 'voice', 'email', 'webhook', 'push', 'pagerduty'] as const;
export type OutsideMethod = (typeof outsideMethods)[number];

export const contactMethods = ['chat', ...outsideMethods] as const satisfies readonly Medium[];
export type ContactMethod = (typeof contactMethods)[number];

/** One way to reach a person, and how long after the call began it is used. */
export interface Contact {
  readonly via: ContactMethod;
  /** Number, mailbox or address; chat has none. */
  readonly to: string | null;
  readonly afterMinutes: number;
  /** Somebody wrote it down, and its owner has not confirmed it. */
  readonly isProposed?: boolean | undefined;
  /** Its owner never wants to be reached by it. */
  readonly isUnwanted?: boolean | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  /** The customer a customer-side person belongs to. */
  readonly customerId: string | null;
  /** The customers a partner's person works for; empty on every other side. */
  readonly partnerOf: readonly string[];
  readonly timeZone: string;
  /** As it is written; `reach/ways.ts` says which of it is used. Empty = they are never called. */
  readonly contact: readonly Contact[];
  readonly skills: readonly string[];
  readonly active: boolean;
}

/** Contact methods as the table has them. */
export const contactColumn = z.array(
  z.object({
    via: z.enum(contactMethods),
    to: z.string().nullable(),
    afterMinutes: z.number(),
    isProposed: z.boolean().optional(),
    isUnwanted: z.boolean().optional(),
  }),
);

interface PersonRow extends Omit<Person, 'side' | 'contact'> {
  side: string;
  contact: unknown;
}

/** A stored row as a person. */
export function personFrom(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    side: sideFrom(row.side),
    customerId: row.customerId,
    partnerOf: row.partnerOf,
    timeZone: row.timeZone,
    contact: contactColumn.parse(row.contact),
    skills: row.skills,
    active: row.active,
  };
}
