import { internal, type Text } from '../../../delivery/audience.ts';
import { type Reassigned, reassignPage } from '../../../paging/reassign-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { askWho } from './ask-who.ts';
import type { Command } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { forPage } from './for-page.ts';

/** `pass to NAME`: somebody else has it from now on. */
export async function reassign(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async ({ pageId, customerId, rest }) => {
    const name = rest.replace(/^(?:(?:it|this) )?(?:on )?to\s+/i, '').trim();
    const match = await findColleague(trip.tx, name);
    if (match.kind !== 'one') {
      return [await askWho(trip, command, { match, customerId, commandWords: 'reassign' })];
    }
    const { id: toId, name: toName } = match.found;
    const outcome = await reassignPage(trip, { pageId, byId: command.actor.id, toId });
    return [note(customerId, passedText(outcome, toName))];
  });
}

/** What came of handing a page over, for whoever did. */
export function passedText(outcome: Reassigned, toName: string): Text<'internal'> {
  switch (outcome) {
    case 'reassigned':
      return internal`Passed to ${toName}, being called now. Until somebody has it, the calling goes on.`;
    case 'resolved':
      return internal`That page is resolved already.`;
    case 'nobody':
      return internal`${toName} can't be called. Choose somebody else.`;
    case 'not-yours':
      return internal`A colleague has it by now. Type "pages" to see who.`;
    default:
      return unreachable(outcome);
  }
}
