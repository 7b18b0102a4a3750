import type { Trip } from '../../../shared/database.ts';
import { answerSituation } from '../../../situation/answer-situation.ts';
import { answerWhereOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `status northwind`: what the customer would read now if it asked. */
export async function status(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const { threadOf, actor } = command.turn;
    const seat = answerWhereOf(command.turn);
    const isHere = seat.kind === 'place' && seat.customer.id === customer.id;
    const card = await answerSituation(trip, {
      customerId: customer.id,
      personId: actor?.id ?? null,
      placeId: isHere ? seat.place.id : null,
      threadOf: isHere ? threadOf : null,
    });
    return [{ card }];
  });
}
