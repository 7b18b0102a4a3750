import type { Trip } from '../../../shared/database.ts';
import { zoneOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';
import { nextWordIn } from './next-word-words.ts';
import { promiseWord } from './promise-word.ts';

/** `next at 22:00`: when the customer hears next of the page this person has. */
export async function next(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async page => {
    const said = page.rest.replace(/^(?:at|by)\s+/i, '');
    const at = nextWordIn(said, { now: trip.now, timeZone: zoneOf(command.turn) });
    return [await promiseWord(trip, { ...page, personId: command.actor.id, at })];
  });
}
