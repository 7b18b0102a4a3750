import type { Customer } from '../../../customers/customer.ts';
import { internal, type Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { recordEvent } from '../../../timeline/record-event.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { tellPublished } from '../tell-published.ts';
import type { Command } from './command.ts';
import { factText } from './fact-text.ts';
import { forCustomer } from './for-customer.ts';
import { usageOf } from './usage.ts';

/** `publish northwind: text`: a fact the customer reads. Without text, shows the newest internal note first. */
export async function publish(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async naming => {
    const { customer } = naming;
    const text = factText(command, naming);
    if (text === '') return [await showNewestNote(trip, customer)];
    await recordEvent(trip, {
      customerId: customer.id,
      kind: 'note',
      visibility: 'shared',
      text,
      authorId: command.actor.id,
    });
    return [await tellPublished(trip, customer, { text, byId: command.actor.id })];
  });
}

async function showNewestNote({ tx }: Trip, customer: Customer): Promise<Reply> {
  const newest = await tx.event.findFirst({
    where: {
      customerId: customer.id,
      visibility: 'internal',
      kind: { in: ['note', 'external'] },
      publishedAs: null,
    },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
  });
  if (!newest) {
    return note(customer.id, internal`There is no internal note to share. ${usageOf('publish')}`);
  }
  const shown: Text<'internal'> = internal`Share this with ${customer.name}? ${newest.text}`;
  const reply = note(customer.id, shown);
  const actions = [
    { id: 'note.publish', label: 'Share it', subject: newest.id, style: 'primary' },
  ] as const;
  return { ...reply, card: { ...reply.card, actions } };
}
