import type { Text } from '../../delivery/audience.ts';
import { acknowledgePage } from '../../paging/acknowledge-page.ts';
import { pageFrom } from '../../paging/page/page.ts';
import { reassignPage } from '../../paging/reassign-page.ts';
import { loadPageView } from '../../paging/show/load-page-view.ts';
import { calledNow, nameIn } from '../../paging/show/page-view.ts';
import type { Trip } from '../../shared/database.ts';
import type { OutsideAction } from '../arrival/outside-answer.ts';
import { passedOnText, takenText } from './outside-words.ts';

/** One answer to one page, given in one of our messages. */
export interface PageAnswer {
  readonly pageId: string;
  readonly customerName: string;
  readonly personId: string;
  readonly messageId: string;
  readonly action: OutsideAction;
}

/** Takes a page or passes it on, from outside chat; returns what is said back. */
export async function answerPage(
  trip: Trip,
  { pageId, customerName, personId, messageId, action }: PageAnswer,
): Promise<Text<'internal'>> {
  const { tx, now } = trip;
  await tx.message.update({
    where: { id: messageId },
    data: { outcome: 'answered', outcomeAt: now },
  });
  if (action === 'page.acknowledge')
    return takenText(await acknowledgePage(trip, { pageId, personId }), customerName);
  const outcome = await reassignPage(trip, { pageId, byId: personId, toId: null });
  const page = pageFrom(await tx.page.findUniqueOrThrow({ where: { id: pageId } }));
  const view = await loadPageView(trip, page);
  const others = calledNow(view).filter(id => id !== personId);
  return passedOnText(
    outcome,
    customerName,
    others.map(id => nameIn(view, id)),
  );
}
