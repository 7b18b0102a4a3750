import { internal } from '../../../delivery/audience.ts';
import type { Trip, Tx } from '../../../shared/database.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { listCustomers, listCustomersCalled } from '../../naming/list-customers.ts';
import { settlePlace } from '../../places/settle-place.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { type Match, matchName } from '../../words/names.ts';
import type { Command } from './command.ts';
import { mayCommand } from './for-customer.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { readPlace, type SaidSettlement } from './place-words.ts';
import { usageOf } from './usage.ts';

/** `place northwind-shared is northwind, shared` (or `internal`): whose a place is, and whether they read it. */
export async function place(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const said = readPlace(command.said);
  if (!said) {
    return [
      privateNote(
        internal`Which place, which customer, and do they read it? ${usageOf('place')}. Say "internal" when only we read it.`,
      ),
    ];
  }
  const places = await listPlaces(trip.tx, said);
  for (const reading of said.readings) {
    const place = matchName(reading.place, places);
    if (place.kind === 'none' || place.kind === 'near') continue;
    const customer = await findCalled(trip, reading.customer);
    if (customer.kind !== 'one') continue;
    if (!mayCommand(command, customer.found)) return [refusal()];
    const customerId = customer.found.id;
    if (place.kind === 'several')
      return [await askWhich(trip, command, { ...said, places: place.found, customerId })];
    const { audience } = said;
    return settlePlace(trip, { placeId: place.found.id, customerId, audience }, command.actor.id);
  }
  return [unknown(said)];
}

interface NamedPlace {
  readonly id: string;
  readonly name: string;
}

/** The places called exactly so; else those that a slip or half a name may mean. */
async function listPlaces(tx: Tx, { readings }: SaidSettlement): Promise<NamedPlace[]> {
  const names = readings.map(({ place }) => place);
  const select = { id: true, name: true } as const;
  const exact = await tx.place.findMany({
    where: { OR: [{ id: { in: names } }, { name: { in: names } }] },
    select,
  });
  if (exact.length > 0) return exact;
  return tx.place.findMany({ select, orderBy: { id: 'asc' }, take: 5_000 });
}

/** The customer of exactly this name, or the only one whose name begins so. */
async function findCalled(trip: Trip, name: string): Promise<Match<CustomerLike>> {
  const near = matchName(name, await listCustomersCalled(trip, name));
  return near.kind === 'none' ? matchName(name, await listCustomers(trip.tx)) : near;
}

type CustomerLike = Awaited<ReturnType<typeof listCustomers>>[number];

async function askWhich(
  trip: Trip,
  { turn }: Command,
  {
    places,
    customerId,
    audience,
  }: Pick<SaidSettlement, 'audience'> & { places: readonly NamedPlace[]; customerId: string },
): Promise<Reply> {
  const options = places.slice(0, 4).map(({ id, name }) => ({
    label: name === '' ? id : `#${name} (${id})`,
    says: `place ${id} is ${customerId}, ${audience}`,
  }));
  const question = internal`Several places are called that. Which one?`;
  return askChoice(trip, turn, { audience: 'internal', customerId: null, question, options });
}

function unknown({ readings }: SaidSettlement): Reply {
  const [first] = readings;
  return privateNote(
    internal`I don't know a place "${first?.place ?? ''}" or a customer "${first?.customer ?? ''}". Invite me to the channel first, and write the customer as it is in the setup file.`,
  );
}
