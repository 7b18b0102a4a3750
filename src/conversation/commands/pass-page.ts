import { internal } from '../../delivery/audience.ts';
import { reassignPage } from '../../paging/reassign-page.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../reply.ts';
import { askWho } from './ask-who.ts';
import type { Order } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { forPage } from './for-page.ts';

/** `pass to NAME`: somebody else has it from now on. */
export async function passPage(trip: Trip, order: Order): Promise<Reply[]> {
  return forPage(trip, order, async ({ pageId, customerId, rest }) => {
    const name = rest.replace(/^(?:(?:it|this) )?(?:on )?to\s+/i, '').trim();
    const match = await findColleague(trip.tx, name);
    if (match.kind !== 'one') {
      return [await askWho(trip, order, { match, customerId, orderWords: 'reassign' })];
    }
    await reassignPage(trip, { pageId, byId: order.actor.id, toId: match.found.id });
    return [note(customerId, internal`Passed to ${match.found.name}, who is being told now.`)];
  });
}
