import type { Customer } from '../../../customers/customer.ts';
import { internal } from '../../../delivery/audience.ts';
import { keepPromise } from '../../../promises/keep-promise.ts';
import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import type { Promised } from '../../../promises/promise.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { cutWords } from '../../arrival/inbound.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { plain } from '../../words/names.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `kept report`: a promise is done; without words, the only open one. */
export async function kept(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const open = await listOpenPromises(trip.tx, customer.id, 'internal');
    const said = plain(rest);
    const meant =
      said === ''
        ? open
        : open.filter(one => one.id === rest.trim() || plain(one.text).includes(said));
    const [only] = meant;
    if (only && meant.length === 1) return [await keep(trip, command, { customer, promise: only })];
    if (open.length === 0)
      return [note(customer.id, internal`We owe ${customer.name} nothing that is written down.`)];
    return [await askWhich(trip, command, { customer, promises: meant.length > 0 ? meant : open })];
  });
}

interface Kept {
  readonly customer: Customer;
  readonly promise: Promised;
}

async function keep(trip: Trip, command: Command, { customer, promise }: Kept): Promise<Reply> {
  await keepPromise(trip, { promiseId: promise.id, byId: command.actor.id });
  await notifyAskers(trip, customer.id);
  return note(customer.id, internal`Kept: ${promise.text}`);
}

async function askWhich(
  trip: Trip,
  { turn }: Command,
  { customer, promises }: { customer: Customer; promises: readonly Promised[] },
): Promise<Reply> {
  const options = promises.slice(0, 4).map(one => ({
    label: cutWords(one.text, 60),
    says: `kept ${customer.id}: ${one.id}`,
  }));
  const question = internal`Which promise to ${customer.name}?`;
  return askChoice(trip, turn, {
    audience: 'internal',
    customerId: customer.id,
    question,
    options,
  });
}
