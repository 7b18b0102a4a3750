import { internal } from '../../../delivery/audience.ts';
import { findRingingDrill, type RingingDrill } from '../../../drills/find-ringing-drill.ts';
import { acknowledgePage } from '../../../paging/acknowledge-page.ts';
import { listOwnPages } from '../../../paging/page/list-own-pages.ts';
import { updatePage } from '../../../paging/update-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { answerDrill } from '../answer-drill.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';

/** "Got it, thanks" says nothing more; "on it, restarting the queue" does. */
const fewestWords = 3;

/** `ack`, "still on it": this person has it; the calling stops. What they say besides is an update for us. */
export async function ack(trip: Trip, command: Command): Promise<Reply[]> {
  const ringing = (await hasRingingPage(trip, command)) ? null : await findDrill(trip, command);
  if (ringing) return [await answerDrill(trip, ringing, command.actor.id)];
  return forPage(trip, command, async ({ pageId, customerId, customerName, rest }) => {
    const personId = command.actor.id;
    const outcome = await acknowledgePage(trip, { pageId, personId });
    const isTheirs = outcome === 'acknowledged' || outcome === 'yours';
    if (isTheirs && rest.split(/\s+/).length >= fewestWords)
      await updatePage(trip, { pageId, personId, text: rest, audience: 'internal' });
    return [acknowledgedNote({ customerId, customerName, outcome })];
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

/** What to say to whoever pressed or typed that they have it. */
export function acknowledgedNote(taken: {
  customerId: string;
  customerName: string;
  outcome: 'acknowledged' | 'already' | 'yours' | 'resolved';
}): Reply {
  const { customerId, customerName, outcome } = taken;
  switch (outcome) {
    case 'acknowledged':
      return note(
        customerId,
        internal`It's yours: ${customerName}. Nobody else is called. Say how it goes with "update …", and "resolve …" when it is over.`,
      );
    case 'yours':
      return note(
        customerId,
        internal`You have it already, and I won't ask again for half an hour. Say how it goes with "update …".`,
      );
    case 'already':
      return note(customerId, internal`A colleague has it already. Type "pages" to see who.`);
    case 'resolved':
      return note(customerId, internal`That page is resolved already.`);
  }
}
