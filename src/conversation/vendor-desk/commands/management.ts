import { loadMatters } from '../../../management/load-matters.ts';
import { mattersText } from '../../../management/matter.ts';
import type { Trip } from '../../../shared/database.ts';
import { quarterAt, readQuarter } from '../../../shared/quarter.ts';
import { placeCustomerOf, zoneOf } from '../../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `management`, "what reached management last quarter?": each with where it stands; a manager's own customers, else everybody's. */
export async function management(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, said, turn } = command;
  const zone = zoneOf(turn);
  const quarter = readQuarter(said, trip.now, zone) ?? quarterAt(trip.now, zone);
  const here = placeCustomerOf(turn);
  const managed = await trip.tx.customer.findMany({
    where: { managerId: actor.id },
    select: { id: true },
  });
  const ids = here ? [here.id] : managed.map(({ id }) => id);
  const customerIds = ids.length > 0 ? ids : undefined;
  return [privateNote(...mattersText(await loadMatters(trip, { quarter, customerIds }), quarter))];
}
