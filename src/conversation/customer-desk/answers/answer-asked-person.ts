import { askAnother } from '../../../check-ins/wishes/ask-another.ts';
import { listCustomerPeople } from '../../../customers/list-customer-people.ts';
import { mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { actorOf, placeCustomerOf } from '../../arrival/turn.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { isGoodNight, readAskedPerson } from '../../words/asked-person.ts';
import type { Ask } from './ask.ts';

/**
 * "Ask Grace from now on": done at once for one of the customer's own people. Null where that is not for this
 * speaker to say, or we know nobody there.
 */
export async function answerAskedPerson(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { customer, person, turn, text } = ask;
  const about = {
    customerId: customer.id,
    managerId: customer.managerId,
    placeCustomerId: placeCustomerOf(turn)?.id ?? null,
  };
  if (!person || !mayDo('ask.whom', actorOf(turn), about)) return null;
  const people = await listCustomerPeople(trip.tx, customer.id);
  const theirs = people.map(({ id, name }) => ({ id, name, side: 'theirs' as const }));
  const said = readAskedPerson(text, theirs);
  const found = said.kind === 'named' ? people.filter(({ id }) => said.ids.includes(id)) : [];
  const meant = said.kind === 'speaker' ? [person] : found;
  const [one] = meant;
  if (!one || meant.length > 1) return [await askWho(trip, ask, meant.length > 1 ? meant : people)];
  await askAnother(trip, { customer, person: one, by: person });
  const asked = shared`From now on I'll ask ${named(one.name)}.`;
  const isNight = one.id !== person.id && isGoodNight(text);
  return [answer(customer.id, isNight ? shared`Good night. ${asked}` : asked)];
}

async function askWho(trip: Trip, ask: Ask, people: readonly Person[]): Promise<Reply> {
  return askChoice(trip, ask.turn, {
    audience: 'shared',
    customerId: ask.customer.id,
    question: shared`Whom shall I ask from now on?`,
    options: people
      .slice(0, 4)
      .map(({ name }) => ({ label: name, says: `only ask ${name} from now on` })),
  });
}
