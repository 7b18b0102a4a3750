import type { Tx } from '../shared/database.ts';
import { BadInputError } from '../shared/errors.ts';

/** Whose data it is: a customer with all of its people and places, or one person. */
export interface Subject {
  readonly kind: 'customer' | 'person';
  readonly id: string;
  readonly name: string;
  readonly customers: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** What only they can be meant by, as patterns: ids and accounts. */
  readonly marks: readonly string[];
  /** Their names and words, as patterns. */
  readonly words: readonly string[];
}

/** Shorter words of somebody's could be anybody's. */
const fewestCharacters = 12;
const mostWords = 500;

/** Whose id this is. Throws BadInputError when it is nobody's, or a vendor person's who is still needed. */
export async function loadSubject(tx: Tx, id: string): Promise<Subject> {
  const customer = await tx.customer.findUnique({ where: { id } });
  if (customer) return customerSubject(tx, customer);
  const person = await tx.person.findUnique({ where: { id }, include: { identities: true } });
  if (!person)
    throw new BadInputError([`${id}: is neither a customer nor a person. Check the id.`]);
  const said = await wordsOf(tx, id);
  return {
    kind: 'person',
    id,
    name: person.name,
    customers: person.customerId ? [person.customerId] : [],
    people: [id],
    places: [],
    marks: [quoted(id), ...person.identities.map(({ user }) => anywhere(user))],
    words: [person.name, ...said].map(anywhere),
  };
}

async function customerSubject(
  tx: Tx,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Subject> {
  const people = await tx.person.findMany({
    where: { customerId: id },
    include: { identities: true },
  });
  const places = await tx.place.findMany({
    where: { customerId: id },
    include: { identities: true },
  });
  const users = people.flatMap(person => person.identities.map(({ user }) => user));
  const channels = places.flatMap(place => place.identities.map(({ channel }) => channel));
  return {
    kind: 'customer',
    id,
    name,
    customers: [id],
    people: people.map(person => person.id),
    places: places.map(place => place.id),
    marks: [
      ...[id, ...people.map(one => one.id), ...places.map(one => one.id)].map(quoted),
      ...[...users, ...channels].map(anywhere),
    ],
    words: [name, ...people.map(one => one.name)].map(anywhere),
  };
}

/** What somebody said, where it may be quoted elsewhere. */
async function wordsOf(tx: Tx, personId: string): Promise<string[]> {
  const joined = await tx.pageWords.findMany({ where: { personId }, take: mostWords });
  const raised = await tx.page.findMany({ where: { raisedById: personId }, take: mostWords });
  const answers = await tx.checkIn.findMany({
    where: { answeredById: personId, words: { not: null } },
    take: mostWords,
  });
  const said = [
    ...joined.map(({ text }) => text),
    ...raised.map(({ reason }) => reason),
    ...answers.flatMap(({ words }) => words ?? []),
  ];
  return [...new Set(said)].filter(text => text.length >= fewestCharacters).slice(0, mostWords);
}

/** An id in JSON, or as one word of a composed id. */
function quoted(id: string): string {
  return `%"${escaped(id)}"%`;
}

function anywhere(text: string): string {
  return `%${escaped(text)}%`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
