import type { Contact, Person } from '../customers/person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';
import { codeFrom, mayBeSent } from './code.ts';
import { codeCard } from './code-card.ts';

/** The keys of the messages that carry codes begin so. */
export const codeKey = 'contact-code:';

/** Sends a code of its own to each of these ways; returns those to which none may go just now, because one just did. */
export async function sendCodes(
  trip: Trip,
  { id: personId }: Pick<Person, 'id'>,
  ways: readonly Contact[],
): Promise<Contact[]> {
  const held: Contact[] = [];
  for (const way of ways) {
    if (await mayGo(trip, personId, way)) await sendCode(trip, personId, way);
    else held.push(way);
  }
  return held;
}

async function mayGo({ tx, now }: Trip, personId: string, { via, to }: Contact): Promise<boolean> {
  const before = await tx.message.findMany({
    where: {
      key: { startsWith: codeKey },
      toPersonId: personId,
      via,
      address: to,
      createdAt: { gt: plus(now, -hour) },
    },
    select: { createdAt: true },
  });
  return mayBeSent(
    before.map(({ createdAt }) => createdAt),
    now,
  );
}

async function sendCode(trip: Trip, personId: string, { via, to }: Contact): Promise<void> {
  const { tx, now, random } = trip;
  const code = codeFrom(random.fraction());
  const messageId = await sendMessage(trip, {
    key: `${codeKey}${random.id()}`,
    lane: 'replies',
    to: { personId },
    via,
    address: to,
    card: codeCard(via, code),
  });
  const where = { personId, via, address: to ?? '' };
  const data = { code, messageId, sentAt: now, wrong: 0 };
  await tx.contactCode.upsert({
    where: { personId_via_address: where },
    create: { ...where, ...data },
    update: data,
  });
}
