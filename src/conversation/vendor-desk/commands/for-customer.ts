import type { Customer } from '../../../customers/customer.ts';
import { type CommandName, mayDo } from '../../../customers/permission.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import { actorOf, placeCustomerOf } from '../../arrival/turn.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import {
  findGuessedCustomer,
  findNamedCustomer,
  type NamedCustomer,
  type Naming,
} from '../../naming/find-named-customer.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { usageOf } from './usage.ts';

/** Settles which customer the command is about and whether this person may; then, and only then, does it. */
export async function forCustomer(
  trip: Trip,
  command: Command,
  run: (naming: Naming) => Promise<Reply[]>,
): Promise<Reply[]> {
  const found = await findNamedCustomer(trip, command.turn, command.said);
  const named = await withoutLooseEnds(trip, command, found);
  switch (named.kind) {
    case 'one':
      if (!mayCommand(command, named.customer)) return [refusal()];
      return isDoubtful(command, named) ? [await askWhether(trip, command, named)] : run(named);
    case 'several':
    case 'near':
      return [await askWhich(trip, command, named)];
    case 'none':
      return [privateNote(internal`Which customer? Type it like this: ${usageOf(command.name)}`)];
    default:
      return unreachable(named);
  }
}

/** Orders that take a customer's name and nothing else: other words are a name we do not know. */
const onlyNames: ReadonlySet<CommandName> = new Set([
  'why',
  'brief',
  'show',
  'who',
  'audit',
  'status',
  'trust',
  'words',
  'surveys',
  'sales',
]);

async function withoutLooseEnds(
  trip: Trip,
  { name }: Command,
  named: NamedCustomer,
): Promise<NamedCustomer> {
  const isLoose = named.kind === 'one' && named.how === 'understood' && named.rest !== '';
  return isLoose && onlyNames.has(name) ? findGuessedCustomer(trip.tx, named.rest) : named;
}

/** Orders whose words a customer reads or is called for: a name that is nobody's must not fall to somebody else. */
const telling: ReadonlySet<CommandName> = new Set(['publish', 'promise', 'page', 'ask', 'hand']);

function isDoubtful({ name }: Command, { stranger }: Naming): boolean {
  return stranger !== undefined && telling.has(name);
}

async function askWhether(
  trip: Trip,
  { name, turn }: Command,
  { customer, rest, stranger = '' }: Naming,
): Promise<Reply> {
  const options = [{ label: customer.name, says: `${name} ${customer.id}: ${rest}` }];
  const question = internal`I know no customer called "${stranger}", so nothing is done yet. Are these words about ${customer.name}?`;
  return askChoice(trip, turn, { audience: 'internal', customerId: null, question, options });
}

/** May this person give this command about this customer? Page commands are decided where the page is known. */
export function mayCommand({ name, turn }: Command, customer: Customer): boolean {
  return mayDo(name, actorOf(turn), {
    customerId: customer.id,
    managerId: customer.managerId,
    placeCustomerId: placeCustomerOf(turn)?.id ?? null,
  });
}

async function askWhich(
  trip: Trip,
  { name, turn }: Command,
  { kind, found, rest }: { kind: 'several' | 'near'; found: readonly Customer[]; rest: string },
): Promise<Reply> {
  const options = found
    .slice(0, 4)
    .map(each => ({ label: each.name, says: `${name} ${each.id}: ${rest}` }));
  const first = found[0]?.id ?? '';
  const question =
    kind === 'near' && found.length === 1
      ? internal`I know nobody called that. Did you mean ${first}?`
      : internal`Which customer do you mean?`;
  return askChoice(trip, turn, { audience: 'internal', customerId: null, question, options });
}
