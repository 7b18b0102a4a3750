import { nextWordPolicy } from '../../../paging/page/next-word.ts';
import type { Trip } from '../../../shared/database.ts';
import { zoneOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';
import { nextWordIn } from './next-word-words.ts';
import { promiseWord } from './promise-word.ts';

/** `snooze 20m`: more time before the page asks for word again; the customer reads until when. */
export async function snooze(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async page => {
    const said = page.rest.replace(/^for\s+/i, '') || String(nextWordPolicy.snoozeMinutes);
    const at = nextWordIn(said, { now: trip.now, timeZone: zoneOf(command.turn) });
    return [await promiseWord(trip, { ...page, personId: command.actor.id, at })];
  });
}
