import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { offerToPublish } from '../../../situation/offer-to-publish.ts';
import { recordEvent } from '../../../timeline/record-event.ts';
import { note, privateNote, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { factText } from './fact-text.ts';
import { forCustomer } from './for-customer.ts';
import { usageOf } from './usage.ts';

/** `log northwind: text`: an internal fact. The customer does not see it until somebody publishes it. */
export async function log(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async naming => {
    const { customer } = naming;
    const text = factText(command, naming);
    if (text === '') return [privateNote(internal`What happened? ${usageOf('log')}`)];
    if (await isLogged(trip, command, customer.id))
      return [note(customer.id, internal`That is on ${customer.name}'s timeline already.`)];
    const eventId = await recordEvent(trip, {
      customerId: customer.id,
      kind: 'note',
      visibility: 'internal',
      text,
      authorId: command.actor.id,
      ...(command.messageKey ? { externalId: command.messageKey } : {}),
    });
    const isOffered = await offerToPublish(trip, eventId);
    const reply = note(customer.id, internal`Logged for ${customer.name}, for us only: ${text}`);
    if (isOffered) return [reply];
    const share = {
      id: 'note.publish',
      label: `Share with ${customer.name}`,
      subject: eventId,
    } as const;
    return [{ ...reply, card: { ...reply.card, actions: [share] } }];
  });
}

/** The message somebody points at may have been pointed at before, by somebody else. */
async function isLogged(
  { tx }: Trip,
  { messageKey }: Command,
  customerId: string,
): Promise<boolean> {
  if (!messageKey) return false;
  return (await tx.event.count({ where: { customerId, externalId: messageKey } })) > 0;
}
