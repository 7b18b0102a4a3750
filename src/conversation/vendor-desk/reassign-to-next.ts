import { internal } from '../../delivery/audience.ts';
import type { HandOver } from '../../paging/page/hand-over.ts';
import { pageFrom } from '../../paging/page/page.ts';
import { reassignPage } from '../../paging/reassign-page.ts';
import { loadPageView } from '../../paging/show/load-page-view.ts';
import { calledNow, listed, nameIn } from '../../paging/show/page-view.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../replies/reply.ts';
import { passedText } from './commands/passed-text.ts';

export interface Passing {
  readonly pageId: string;
  readonly customerId: string;
  readonly byId: string;
  /** What the next one should know. */
  readonly handOver?: HandOver | null;
}

/** "Pass on" without a name: whoever comes next in the escalation is called at once, and whoever passed it on reads who. */
export async function reassignToNext(
  trip: Trip,
  { pageId, customerId, byId, handOver = null }: Passing,
): Promise<Reply> {
  const outcome = await reassignPage(trip, { pageId, byId, toId: null, handOver });
  const row = await trip.tx.page.findUniqueOrThrow({ where: { id: pageId } });
  const view = await loadPageView(trip, pageFrom(row));
  const names = calledNow(view)
    .filter(id => id !== byId)
    .map(id => nameIn(view, id));
  if (outcome === 'reassigned' && names.length === 0)
    return note(
      customerId,
      internal`Passed on, but nobody else can be called right now; I go on trying. To choose somebody: "pass to NAME".`,
    );
  const told = passedText(outcome, { toName: listed(names), isTold: handOver !== null });
  return note(
    customerId,
    outcome === 'reassigned' ? internal`${told} Somebody else? "pass to NAME".` : told,
  );
}
