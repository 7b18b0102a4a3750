import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { internal, shared } from '../delivery/audience.ts';
import { internalCard, sharedCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import { personFoot } from '../situation/text.ts';
import { findTurn } from './arrival/find-turn.ts';
import { cutWords, type Inbound } from './arrival/inbound.ts';
import { placeCustomerOf, type Turn } from './arrival/turn.ts';
import { sendReplies } from './replies/send-replies.ts';

/** Puts what could not be handled in front of a human, in its own words, and says so to whoever said it. */
export async function tellUnhandled(trip: Trip, inbound: Inbound, reason: string): Promise<void> {
  const found = await findTurn(trip, inbound);
  if (found.kind !== 'turn') return;
  await raiseAlarm(trip, found.turn, { words: wordsOf(inbound), reason });
}

function wordsOf({ said }: Inbound): string {
  switch (said.kind) {
    case 'text':
      return cutWords(said.text, 1_000);
    case 'command':
      return cutWords(`${said.command} ${said.words}`, 1_000);
    case 'press':
      return `pressed ${said.action}`;
    case 'sign':
      return said.sign === 'hand' ? 'raised a hand' : 'asked for quiet in a thread';
    default:
      return unreachable(said);
  }
}

async function raiseAlarm(
  trip: Trip,
  turn: Turn,
  { words, reason }: { words: string; reason: string },
): Promise<void> {
  const customer = placeCustomerOf(turn) ?? (await findCustomer(trip.tx, turn.actor?.customerId));
  const who = turn.actor?.name ?? 'Somebody I do not know';
  const vendorPerson = turn.actor?.side === 'vendor' ? turn.actor : null;
  const human = customer
    ? await findAdvocate(trip, customer)
    : await findPerson(trip.tx, vendorPerson?.id);
  if (human) {
    await sendMessage(trip, {
      key: `alarm:${turn.inboxId}`,
      lane: 'pages',
      to: { personId: human.id },
      card: internalCard('task', customer?.id ?? null, {
        heading: internal`⚠️ I could not handle a message`,
        body: [
          internal`${who}: "${words}"`,
          internal`Please look after it yourself; I tried five times. Reason: ${reason}`,
        ],
      }),
    });
  }
  if (!customer || vendorPerson || !turn.isAddressed) return;
  const told = human
    ? shared`Something went wrong on my side. I've put your words in front of a person.`
    : shared`Something went wrong on my side.`;
  const card = sharedCard('answer', customer.id, { body: [told], foot: personFoot });
  await sendReplies(trip, turn, [{ card, key: `reply:${turn.inboxId}:lost` }]);
}
