import { askAnother } from '../../../check-ins/wishes/ask-another.ts';
import { listCustomerPeople } from '../../../customers/list-customer-people.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { note, privateNote, type Reply } from '../../replies/reply.ts';
import { readAskedOrder } from '../../words/asked-order.ts';
import { readCadence } from '../../words/cadence-words.ts';
import { matchName } from '../../words/names.ts';
import { cadence } from './cadence.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `ask grace at northwind`: whom the next check-ins are for. "Ask northwind every 4 hours" is a rhythm. */
export async function ask(trip: Trip, command: Command): Promise<Reply[]> {
  if (readCadence(command.said)) return cadence(trip, { ...command, name: 'cadence' });
  const order: Command = { ...command, said: readAskedOrder(command.said) };
  return forCustomer(trip, order, async ({ customer, rest }) => {
    const people = await listCustomerPeople(trip.tx, customer.id);
    const match = matchName(rest, people);
    if (match.kind === 'one') {
      await askAnother(trip, { customer, person: match.found, by: command.actor });
      return [
        note(customer.id, internal`From now on I'll ask ${match.found.name} at ${customer.name}.`),
      ];
    }
    const likely = match.kind === 'none' ? people : match.found;
    if (likely.length === 0)
      return [privateNote(internal`I know none of ${customer.name}'s people.`)];
    const options = likely
      .slice(0, 4)
      .map(({ id, name }) => ({ label: name, says: `ask ${customer.id}: ${id}` }));
    const question = internal`Whom shall I ask at ${customer.name}?`;
    return [
      await askChoice(trip, command.turn, {
        audience: 'internal',
        customerId: customer.id,
        question,
        options,
      }),
    ];
  });
}
