import type { Contact, Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { loadKnown } from './load-known.ts';
import { isConfirmed, isConnected, withPhones } from './ways.ts';

/** One way to reach somebody outside chat, as they may ask about it. */
export interface OwnWay {
  readonly contact: Contact;
  readonly isConfirmed: boolean;
  readonly isConnected: boolean;
  /** The last thing we sent by it, and what became of it. */
  readonly last: { readonly at: Date; readonly outcome: string } | null;
}

/** Every way of a person outside chat that they have not ruled out, each with what became of the last message by it. */
export async function loadOwnWays(
  { tx }: Pick<Trip, 'tx'>,
  person: Pick<Person, 'id' | 'contact'>,
): Promise<OwnWay[]> {
  const known = await loadKnown(tx, [person.id]);
  const outside = withPhones(person, known).filter(
    ({ via, isUnwanted }) => via !== 'chat' && !isUnwanted,
  );
  const ways: OwnWay[] = [];
  for (const contact of outside) {
    const message = await tx.message.findFirst({
      where: { toPersonId: person.id, via: contact.via, address: contact.to },
      orderBy: { seq: 'desc' },
    });
    ways.push({
      contact,
      isConfirmed: isConfirmed(person.id, contact, known),
      isConnected: isConnected(contact, known),
      last: message && { at: message.createdAt, outcome: message.outcome ?? message.state },
    });
  }
  return ways;
}
