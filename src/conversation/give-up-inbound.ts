import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { internal, shared } from '../delivery/audience.ts';
import { internalCard, sharedCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { tryAside } from '../paging/page/try-aside.ts';
import type { Trip } from '../shared/database.ts';
import { messageOf, unreachable } from '../shared/errors.ts';
import { plus, second } from '../shared/time.ts';
import { personFoot } from '../situation/text.ts';
import { findTurn } from './arrival/find-turn.ts';
import { cutWords, type Inbound, inboundSchema } from './arrival/inbound.ts';
import { noticeSchema } from './arrival/notice.ts';
import { placeCustomerOf, type Turn } from './arrival/turn.ts';
import { parkUnread } from './places/park-unread.ts';
import { sendReplies } from './replies/send-replies.ts';

/** How often one thing that came in is tried; the pauses between grow: 2, 4, 8, 16 s. */
const mostTries = 5;

/**
 * Something that came in could not be handled: it is tried again after a growing pause, and after five
 * tries it is put in front of a human, in its own words, instead. Nothing is lost silently.
 */
export async function giveUpInbound(
  trip: Trip,
  id: string,
  error: unknown,
): Promise<'later' | 'failed'> {
  const { tx, now } = trip;
  const row = await tx.inbox.findUnique({ where: { id } });
  if (row?.state !== 'waiting') return 'failed';
  const tries = row.tries + 1;
  const reason = cutWords(messageOf(error), 1_000);
  const parsed = inboundSchema.safeParse(row.payload);
  const notice = noticeSchema.safeParse(row.payload);
  if ((parsed.success || notice.success) && tries < mostTries) {
    const dueAt = plus(now, 2 ** tries * second);
    await tx.inbox.update({ where: { id }, data: { tries, error: reason, dueAt } });
    return 'later';
  }
  await tx.inbox.update({
    where: { id },
    data: { tries, error: reason, state: 'failed', dueAt: null },
  });
  if (notice.success) await parkUnread(trip, notice.data);
  if (!parsed.success) return 'failed';
  // What could not be handled may break the alarm as well: it must not be tried for ever because of that.
  const told = await tryAside(trip, () => tellHuman(trip, parsed.data, reason));
  if ('failure' in told) {
    const without = cutWords(`${reason} Nobody could be told: ${told.failure}`, 1_000);
    await tx.inbox.update({ where: { id }, data: { error: without } });
  }
  return 'failed';
}

async function tellHuman(trip: Trip, inbound: Inbound, reason: string): Promise<void> {
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
