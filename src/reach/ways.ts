import { z } from 'zod';
import type { Contact, ContactMethod, Person } from '../customers/person.ts';

/** The setting under which the connected ways stand. */
export const waysKey = 'connected-ways';

const waysColumn = z.array(z.string());

/** The ways outside chat that are connected; null where nobody has said so, as in a rehearsal. */
export function waysFrom(stored: unknown): ReadonlySet<string> | null {
  return stored === undefined ? null : new Set(waysColumn.parse(stored));
}

/** A number, mailbox or phone that its owner has confirmed. */
export interface Proof {
  readonly personId: string;
  readonly via: string;
  /** Empty for a way that needs none. */
  readonly address: string;
}

/** What is known of reaching people, besides what is written down. */
export interface Known {
  /** The ways outside chat that are connected; null = all of them, and what is written counts as confirmed. */
  readonly connected: ReadonlySet<string> | null;
  readonly proofs: readonly Proof[];
}

/** Chat at once, which is what somebody has of whom nothing is written. */
export const byChat: Contact = { via: 'chat', to: null, afterMinutes: 0 };

type Reached = Pick<Person, 'id' | 'contact'>;

/**
 * The ways by which somebody is called. What they have not confirmed is used only while nothing confirmed would wake
 * them; what is not connected, never. Whoever then has nothing left is called by chat, unless they want no chat or
 * their list was empty on purpose.
 */
export function contactsOf(person: Reached, known: Known): Contact[] {
  if (person.contact.length === 0 && phonesOf(person, known).length === 0) return [];
  const all = withPhones(person, known).filter(
    one => !one.isUnwanted && (one.via === 'chat' || isConnected(one, known)),
  );
  const outside = all.filter(({ via }) => via !== 'chat');
  const confirmed = outside.filter(one => isConfirmed(person.id, one, known));
  const used = confirmed.length > 0 ? confirmed : outside;
  const contacts = all.filter(one => one.via === 'chat' || used.includes(one));
  if (contacts.length > 0) return contacts;
  return avoids(person, 'chat') ? [] : [byChat];
}

/** Has its owner confirmed this way? In a rehearsal it counts as confirmed unless the file says otherwise. */
export function isConfirmed(
  personId: string,
  { via, to, isProposed }: Contact,
  { connected, proofs }: Known,
): boolean {
  if (via === 'chat') return true;
  if (connected === null && !isProposed) return true;
  return proofs.some(
    one => one.personId === personId && one.via === via && one.address === (to ?? ''),
  );
}

/** Would this way be used at all, if we sent something by it now? */
export function isConnected({ via }: Pick<Contact, 'via'>, { connected }: Known): boolean {
  return via === 'chat' || connected === null || connected.has(via);
}

/** Has this person said never to be reached so? */
export function avoids({ contact }: Pick<Reached, 'contact'>, via: ContactMethod): boolean {
  return contact.some(one => one.via === via && one.isUnwanted);
}

/** From the one that disturbs and costs least. */
const cheapestFirst: readonly ContactMethod[] = [
  'chat',
  'push',
  'email',
  'webhook',
  'pagerduty',
  'sms',
  'voice',
];

/** How somebody hears of what wakes nobody: by chat, or where they want none, by the cheapest of their ways. */
export function quietContact(
  contacts: readonly Contact[],
  chat: 'wanted' | 'unwanted',
): Contact | null {
  if (contacts.length === 0) return null;
  if (chat === 'wanted') return byChat;
  const [cheapest] = contacts.toSorted(
    (a, b) => cheapestFirst.indexOf(a.via) - cheapestFirst.indexOf(b.via),
  );
  return cheapest ? { ...cheapest, afterMinutes: 0 } : null;
}

/** The written ways, with each phone that takes our notifications in the place of "push". */
export function withPhones(person: Reached, known: Known): Contact[] {
  if (known.connected === null) return [...person.contact];
  const phones = phonesOf(person, known);
  const at = (afterMinutes: number) =>
    phones.map(({ address }): Contact => ({ via: 'push', to: address, afterMinutes }));
  const isWritten = person.contact.some(({ via }) => via === 'push');
  const written = person.contact.flatMap(one => {
    if (one.via !== 'push' || one.isUnwanted) return [one];
    return at(one.afterMinutes);
  });
  return isWritten ? written : [...at(0), ...written];
}

function phonesOf({ id }: Reached, { proofs }: Known): Proof[] {
  return proofs.filter(({ personId, via }) => personId === id && via === 'push');
}
