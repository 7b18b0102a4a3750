import type { CommandName } from '../../customers/permission.ts';
import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { placeCustomerOf } from '../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../replies/reply.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/registry.ts';
import { findQuoted, type Pointed } from './find-quoted.ts';
import { offerQuoted } from './offer-quoted.ts';

/** What can be done with somebody's words. */
const pointable: readonly CommandName[] = ['log', 'publish', 'page', 'task'];

/**
 * A command about a message somebody pointed at: its words, with its author's name, are what would have been
 * typed. What is to be published is written down for us and shown first.
 */
export async function pointAt(trip: Trip, command: Command, pointed: Pointed): Promise<Reply[]> {
  if (!pointable.includes(command.name)) return [refusal()];
  const customer = placeCustomerOf(command.turn);
  if (!customer)
    return [
      privateNote(
        internal`That works on messages in a customer's own place. Here, type "${command.name}", the customer's name, a colon and the words.`,
      ),
    ];
  const quoted = await findQuoted(trip, pointed);
  if (!quoted)
    return [
      privateNote(
        internal`I can't see that message any more. Type "${command.name} ${customer.id}:" and its words.`,
      ),
    ];
  const words = command.said === '' ? quoted.words : `${command.said} (${quoted.words})`;
  // The customer in front, so that nothing in the message itself is ever taken for a customer's name.
  const about = { ...command, said: `${customer.id}: ${words}`, messageKey: quoted.key };
  return command.name === 'publish'
    ? offerQuoted(trip, about, { customer, words })
    : commands[command.name](trip, about);
}
