import { readHandOver } from '../../../paging/page/hand-over.ts';
import { listOwnPages } from '../../../paging/page/list-own-pages.ts';
import { reassignPage } from '../../../paging/reassign-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { reassignToNext } from '../reassign-to-next.ts';
import { askWho } from './ask-who.ts';
import type { Command } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { forPage } from './for-page.ts';
import { passedText } from './passed-text.ts';

/** `pass to NAME impact: … tried: … needed: …`: somebody else has it from now on, and begins where this one ended. */
export async function reassign(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async ({ pageId, customerId, rest }) => {
    const { rest: said, handOver } = readHandOver(rest);
    const name = said.replace(/^(?:(?:it|this)\b\s*)?(?:on\b\s*)?(?:to\b\s*)?/i, '').trim();
    if (name === '' && (await isTheirs(trip, pageId, command.actor.id)))
      return [await reassignToNext(trip, { pageId, customerId, byId: command.actor.id, handOver })];
    const match = await findColleague(trip.tx, name);
    if (match.kind !== 'one') {
      return [await askWho(trip, command, { match, customerId, commandWords: 'reassign' })];
    }
    const { id: toId, name: toName } = match.found;
    const outcome = await reassignPage(trip, {
      pageId,
      byId: command.actor.id,
      toId,
      handOver,
    });
    return [note(customerId, passedText(outcome, { toName, isTold: handOver !== null }))];
  });
}

/** Is this person being called for it, or has it? Then "pass on" without a name means whoever comes next, as the button does. */
async function isTheirs(trip: Trip, pageId: string, personId: string): Promise<boolean> {
  const page = (await listOwnPages(trip, personId)).find(({ id }) => id === pageId);
  return page !== undefined && (page.isMine || (page.state === 'open' && page.isCalled));
}
