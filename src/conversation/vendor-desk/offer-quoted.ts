import type { Customer } from '../../customers/customer.ts';
import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { note, type Reply, refusal } from '../replies/reply.ts';
import type { Command } from './commands/command.ts';
import { mayCommand } from './commands/for-customer.ts';

export interface Quotation {
  readonly customer: Customer;
  readonly words: string;
}

/**
 * "Publish to customer" on a message: it becomes an internal note, and whoever pointed at it sees the very
 * words the customer would read before they share them.
 */
export async function offerQuoted(
  trip: Trip,
  command: Command,
  { customer, words }: Quotation,
): Promise<Reply[]> {
  if (!mayCommand(command, customer)) return [refusal()];
  const eventId = await recordEvent(trip, {
    customerId: customer.id,
    kind: 'note',
    visibility: 'internal',
    text: words,
    authorId: command.actor.id,
    ...(command.messageKey ? { externalId: command.messageKey } : {}),
  });
  const event = await trip.tx.event.findUniqueOrThrow({ where: { id: eventId } });
  if (event.publishedAs)
    return [note(customer.id, internal`${customer.name} can read that already: ${event.text}`)];
  const shown = note(
    customer.id,
    internal`Not shared yet. ${customer.name} would read this:`,
    internal`“${event.text}”`,
  );
  const share = {
    id: 'note.publish',
    label: `Share with ${customer.name}`,
    subject: eventId,
    style: 'primary',
  } as const;
  return [{ ...shown, card: { ...shown.card, actions: [share] }, isPrivate: true }];
}
