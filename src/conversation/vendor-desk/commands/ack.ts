import { findRingingDrill, type RingingDrill } from '../../../drills/find-ringing-drill.ts';
import { acknowledgePage } from '../../../paging/acknowledge-page.ts';
import { listOwnPages } from '../../../paging/page/list-own-pages.ts';
import { updatePage } from '../../../paging/update-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { zoneOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import { answerDrill } from '../answer-drill.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';
import { loadTaken } from './load-taken.ts';
import { nextWordIn, splitNextWord } from './next-word-words.ts';
import { takenNote } from './taken-note.ts';

/** "Got it, thanks" says nothing more; "on it, restarting the queue" does. */
const fewestWords = 3;

/** `ack`, "still on it": this person has it; the calling stops. What they say besides is an update for us. */
export async function ack(trip: Trip, command: Command): Promise<Reply[]> {
  const ringing = (await hasRingingPage(trip, command)) ? null : await findDrill(trip, command);
  if (ringing) return [await answerDrill(trip, ringing, command.actor.id)];
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

/** A page that rings goes before a drill. */
async function hasRingingPage(trip: Trip, { actor }: Command): Promise<boolean> {
  const pages = await listOwnPages(trip, actor.id);
  return pages.some(({ state, isCalled }) => state === 'open' && isCalled);
}

async function findDrill(trip: Trip, { actor, turn }: Command): Promise<RingingDrill | null> {
  return turn.seat.kind === 'direct' ? findRingingDrill(trip, actor.id) : null;
}
