import { acknowledgePage } from '../../../paging/acknowledge-page.ts';
import { updatePage } from '../../../paging/update-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { zoneOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';
import { loadTaken } from './load-taken.ts';
import { nextWordIn, splitNextWord } from './next-word-words.ts';
import { takenNote } from './taken-note.ts';

/** "Got it, thanks" says nothing more; "on it, restarting the queue" does. */
const fewestWords = 3;

/** `ack`, "still on it": this person has it; the calling stops. What they say besides is an update for us. */
export async function ack(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async ({ pageId, customerId, customerName, rest }) => {
    const personId = command.actor.id;
    const asking = { now: trip.now, timeZone: zoneOf(command.turn) };
    const bare = nextWordIn(rest, asking);
    const { rest: said, at } = bare ? { rest: '', at: bare } : splitNextWord(rest, asking);
    const outcome = await acknowledgePage(trip, { pageId, personId, nextWordAt: at });
    const isTheirs = outcome === 'acknowledged' || outcome === 'yours';
    if (isTheirs && said.split(/\s+/).length >= fewestWords)
      await updatePage(trip, { pageId, personId, text: said, audience: 'internal' });
    return [takenNote(await loadTaken(trip, { pageId, customerId, customerName, outcome }))];
  });
}
