import { internal } from '../../delivery/audience.ts';
import { updatePage } from '../../paging/update-page.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../reply.ts';
import type { Order } from './command.ts';
import { forPage } from './for-page.ts';

/** `update text`: how it goes, for us; `update shared: text`, or said in the customer's place: for the customer too. */
export async function updatePageWords(trip: Trip, order: Order): Promise<Reply[]> {
  return forPage(trip, order, async ({ pageId, customerId, customerName, rest }) => {
    const { isOpen, text } = readAudience(order, rest, customerId);
    if (text === '')
      return [note(customerId, internal`How does it go? Type "update" and one line.`)];
    const audience = isOpen ? 'shared' : 'internal';
    await updatePage(trip, { pageId, personId: order.actor.id, text, audience });
    const told = isOpen
      ? internal`Noted, and ${customerName} reads it too.`
      : internal`Noted, for us. To tell ${customerName} as well: "update shared: …".`;
    return [note(customerId, told)];
  });
}

/** In the customer's own place everybody has read the words already. */
function readAudience(
  { occasion }: Order,
  rest: string,
  customerId: string,
): { isOpen: boolean; text: string } {
  const marked = /^(?:shared|customer|public)\s*:\s*/i.exec(rest);
  if (marked) return { isOpen: true, text: rest.slice(marked[0].length).trim() };
  const { seat } = occasion;
  const isOpen =
    seat.kind === 'place' && seat.place.audience === 'shared' && seat.customer.id === customerId;
  return { isOpen, text: rest.trim() };
}
