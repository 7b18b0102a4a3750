import { createHash } from 'node:crypto';
import { cutWords } from '../../../conversation/arrival/inbound.ts';
import { findAdvocate } from '../../../customers/find-advocate.ts';
import { findCustomer } from '../../../customers/find-customer.ts';
import { personFrom } from '../../../customers/person.ts';
import type { Trip } from '../../../shared/database.ts';
import { day, plus } from '../../../shared/time.ts';
import { openTask } from '../../../tasks/open-task.ts';
import type { Letter } from './read-letter.ts';

const kind = 'letter';

/** Whoever forges mails fills nobody's list of tasks with them. */
const mostADay = 5;

const longestWords = 1_000;

/**
 * Puts a letter that nothing proves in front of whoever looks after the customer whose person it names as its writer,
 * once. Nobody is called by it and nobody is answered. Returns false for a letter in nobody's name whom we serve.
 */
export async function tellUnproven(trip: Trip, letter: Letter): Promise<boolean> {
  const named = await findNamed(trip, letter.from);
  const customer = named && (await findCustomer(trip.tx, named.customerId));
  const advocate = customer && (await findAdvocate(trip, customer));
  if (!advocate) return false;
  const customerId = customer.id;
  const since = plus(trip.now, -day);
  const kept = await trip.tx.task.count({
    where: { customerId, kind, createdAt: { gt: since }, key: { not: keyOf(letter) } },
  });
  const isTooMany = kept >= mostADay;
  const date = trip.now.toISOString().slice(0, 10);
  await openTask(trip, {
    key: isTooMany ? `letters:${customerId}:${date}` : keyOf(letter),
    customerId,
    kind,
    text: isTooMany ? tooMany : unprovenText(letter, named.name),
    assigneeId: advocate.id,
  });
  return true;
}

const tooMany = `More mails came in their people's names that nothing proves. I keep ${mostADay} a day and have left the others unread; please look where your mail comes in.`;

function keyOf({ id, from }: Letter): string {
  return `letter:${createHash('sha256').update(`${from} ${id}`).digest('hex')}`;
}

function unprovenText({ from, subject, words }: Letter, name: string): string {
  const all = [subject, words].filter(Boolean).join(': ').replaceAll('\u0000', '');
  const says = all === '' ? 'It has no words.' : `It says: "${cutWords(all, longestWords)}"`;
  return `A mail came in ${name}'s name (${from}), and nothing proves that ${name} wrote it. I have done nothing with it and answered nobody; please ask them in another way. ${says}`;
}

async function findNamed({ tx }: Trip, from: string | null) {
  const identity = await tx.personIdentity.findFirst({
    where: { platform: 'mail', workspace: 'mail', user: from ?? '' },
    include: { person: true },
  });
  const person = identity && personFrom(identity.person);
  if (!person?.active || person.side !== 'customer' || person.customerId === null) return null;
  return { name: person.name, customerId: person.customerId };
}
