import { internal } from '../../../delivery/audience.ts';
import { raisePage } from '../../../paging/raise-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { readPlaceOf } from '../../arrival/turn.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { factText } from './fact-text.ts';
import { forCustomer } from './for-customer.ts';

/** `page northwind: words`: calls for a human. The customer is told when it was said in its own place. */
export async function page(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async naming => {
    const { customer } = naming;
    const { threadOf } = command.turn;
    const text = factText(command, naming);
    const place = readPlaceOf(command.turn);
    const isShared = place !== null && place.customerId === customer.id;
    const { outcome } = await raisePage(trip, {
      customerId: customer.id,
      raisedBy: 'vendor',
      raisedById: command.actor.id,
      words: text === '' ? `${command.actor.name} asks for somebody to come.` : text,
      isShared,
      ...(isShared ? { placeId: place.id, threadOf } : {}),
    });
    const said =
      outcome === 'joined'
        ? 'Your words are with the page that is open'
        : 'Somebody is being called';
    const told = isShared ? '' : ' The customer is not told.';
    return [note(customer.id, internal`${said} for ${customer.name}.${told}`)];
  });
}
