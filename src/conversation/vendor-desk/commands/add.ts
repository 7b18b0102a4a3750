import { internal } from '../../../delivery/audience.ts';
import { addToPage } from '../../../paging/add-to-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { askWho } from './ask-who.ts';
import type { Command } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { forPage } from './for-page.ts';

/** `add NAME [and NAME]`: calls further people to the page. */
export async function add(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async ({ pageId, customerId, rest }) => {
    const personIds: string[] = [];
    for (const name of rest.split(/,|\band\b/i).map(each => each.trim())) {
      const match = await findColleague(trip.tx, name);
      if (match.kind !== 'one')
        return [await askWho(trip, command, { match, customerId, commandWords: 'add' })];
      personIds.push(match.found.id);
    }
    const added = await addToPage(trip, { pageId, byId: command.actor.id, personIds });
    if (added === 'resolved') return [note(customerId, internal`That page is resolved already.`)];
    if (added.length === 0) return [note(customerId, internal`Nobody of them can be called.`)];
    return [note(customerId, internal`Called to the page: ${added.join(', ')}.`)];
  });
}
