import { internal, type Text } from '../../../delivery/audience.ts';
import { updatePage } from '../../../paging/update-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { readPlaceOf, zoneOf } from '../../arrival/turn.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';
import { splitNextWord } from './next-word-words.ts';
import { promiseWord } from './promise-word.ts';

/** `update text`: how it goes, for us; `update shared: text`, or said in the customer's place: for the customer too. */
export async function update(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async ({ pageId, customerId, customerName, rest }) => {
    const asking = { now: trip.now, timeZone: zoneOf(command.turn) };
    const { rest: told, at } = splitNextWord(rest, asking);
    const { isOpen, text } = readAudience(command, told, customerId);
    if (text === '' && at)
      return [
        await promiseWord(trip, {
          pageId,
          customerId,
          customerName,
          personId: command.actor.id,
          at,
        }),
      ];
    if (text === '')
      return [note(customerId, internal`How does it go? Type "update" and one line.`)];
    const audience = isOpen ? 'shared' : 'internal';
    const personId = command.actor.id;
    const updated = await updatePage(trip, { pageId, personId, text, audience, nextWordAt: at });
    if (updated === 'resolved') return [note(customerId, internal`That page is resolved already.`)];
    if (updated.read === 'shared') await notifyAskers(trip, customerId, updated.toldIn);
    const answer = toldText(customerName, { read: updated.read, isOpen });
    if (!updated.isTaken) return [note(customerId, answer)];
    return [note(customerId, internal`You have it now, and nobody else is called. ${answer}`)];
  });
}

function toldText(
  customerName: string,
  { read, isOpen }: { read: string; isOpen: boolean },
): Text<'internal'> {
  if (read === 'shared') return internal`Noted, and ${customerName} reads it too.`;
  if (isOpen) return internal`Noted, for us: ${customerName} knows nothing of this page.`;
  return internal`Noted, for us. To tell ${customerName} as well: "update shared: …".`;
}

/** In the customer's own place everybody has read the words already. */
function readAudience(
  { turn }: Command,
  rest: string,
  customerId: string,
): { isOpen: boolean; text: string } {
  const marked = /^(?:shared|customer|public)\s*:\s*/i.exec(rest);
  if (marked) return { isOpen: true, text: rest.slice(marked[0].length).trim() };
  const isOpen = readPlaceOf(turn)?.customerId === customerId;
  return { isOpen, text: rest.trim() };
}
