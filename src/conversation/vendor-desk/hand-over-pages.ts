import type { Person } from '../../customers/person.ts';
import { internal } from '../../delivery/audience.ts';
import { listOwnPages } from '../../paging/page/list-own-pages.ts';
import { reassignPage } from '../../paging/reassign-page.ts';
import type { Trip } from '../../shared/database.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import { readTakeover } from '../words/takeover.ts';
import { findColleague } from './commands/find-colleague.ts';

export interface Leaving {
  readonly actor: Person;
  readonly text: string;
}

/** "I'm off, Tom takes over": the pages that are theirs ring for Tom, and what stays with them is said. Null when nobody leaves. */
export async function handOverPages(trip: Trip, { actor, text }: Leaving): Promise<Reply[] | null> {
  const name = readTakeover(text);
  if (!name) return null;
  const match = await findColleague(trip.tx, name);
  if (match.kind !== 'one' || match.found.id === actor.id) {
    return [
      privateNote(
        internal`I know no colleague called "${name}", so nothing was handed over. To pass a page: "pass to NAME".`,
      ),
    ];
  }
  const { id: toId, name: toName } = match.found;
  const pages = await listOwnPages(trip, actor.id);
  const passed: string[] = [];
  for (const page of pages) {
    if (!page.isMine && !(page.state === 'open' && page.isCalled)) continue;
    const outcome = await reassignPage(trip, { pageId: page.id, byId: actor.id, toId });
    if (outcome === 'reassigned') passed.push(page.customerName);
  }
  const done =
    passed.length > 0
      ? internal`Passed to ${toName}, being called now: ${passed.join(', ')}. Until somebody has it, the calling goes on.`
      : internal`No page is yours, so there is none to pass to ${toName}.`;
  return [
    privateNote(
      done,
      internal`Your tasks and your shifts stay with you. For a shift: "cover ${toName}"; for a task: "task", its customer, and "for ${toName}".`,
    ),
  ];
}
