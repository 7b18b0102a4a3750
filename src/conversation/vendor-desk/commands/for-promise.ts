import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import { internal } from '../../../delivery/audience.ts';
import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import { type Promised, promiseFrom } from '../../../promises/promise.ts';
import type { Trip } from '../../../shared/database.ts';
import { cutWords } from '../../arrival/inbound.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { findNamedCustomer } from '../../naming/find-named-customer.ts';
import { note, type Reply, refusal } from '../../replies/reply.ts';
import { plain } from '../../words/names.ts';
import type { Command } from './command.ts';
import { forCustomer, mayCommand } from './for-customer.ts';

/** A promise that is still owed, and to whom. */
export interface Owed {
  readonly customer: Customer;
  readonly promise: Promised;
}

export interface Meant {
  /** What was said of the promise, its customer's name in front or not. */
  readonly words: string;
  /** The whole command, had it named this promise by its id. */
  readonly saying: (customerId: string, promiseId: string) => string;
  readonly run: (owed: Owed) => Promise<Reply[]>;
}

/**
 * Settles which promise is meant: one of the customer that is named or understood, else the one this person gave to anybody
 * with these words. Without words it is the only open one; what fits several is asked.
 */
export async function forPromise(trip: Trip, command: Command, meant: Meant): Promise<Reply[]> {
  const given = await findGiven(trip, command, meant.words);
  if (given) return mayCommand(command, given.customer) ? meant.run(given) : [refusal()];
  return forCustomer(trip, { ...command, said: meant.words }, async ({ customer, rest }) => {
    const open = await listOpenPromises(trip.tx, customer.id, 'internal');
    const fitting = called(open, rest);
    const [only] = fitting;
    if (only && fitting.length === 1) return meant.run({ customer, promise: only });
    if (open.length === 0)
      return [note(customer.id, internal`We owe ${customer.name} nothing that is written down.`)];
    const options = (fitting.length > 0 ? fitting : open).slice(0, 4).map(one => ({
      label: cutWords(one.text, 60),
      says: meant.saying(customer.id, one.id),
    }));
    const question = internal`Which promise to ${customer.name}?`;
    const choice = { audience: 'internal', customerId: customer.id, question, options } as const;
    return [await askChoice(trip, command.turn, choice)];
  });
}

/** The promise this person gave with these words, where they name no customer who has one like it. */
async function findGiven(
  trip: Trip,
  { turn, actor }: Command,
  words: string,
): Promise<Owed | null> {
  const { tx } = trip;
  const named = await findNamedCustomer(trip, turn, words);
  if (named.kind === 'one') {
    if (named.how !== 'understood') return null;
    const open = await listOpenPromises(tx, named.customer.id, 'internal');
    if (called(open, named.rest).length > 0) return null;
  }
  const rows = await tx.vendorPromise.findMany({
    where: { byId: actor.id, state: { in: ['open', 'missed'] } },
    orderBy: { promisedFor: 'asc' },
  });
  const fitting = called(rows.map(promiseFrom), words);
  const [promise] = fitting;
  if (!promise || fitting.length > 1) return null;
  return { customer: await getCustomer(tx, promise.customerId), promise };
}

function called(promises: readonly Promised[], words: string): readonly Promised[] {
  const said = plain(words);
  if (said === '') return promises;
  return promises.filter(one => one.id === words.trim() || plain(one.text).includes(said));
}
