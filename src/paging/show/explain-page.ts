import type { Audience, Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { pageFrom } from '../page/page.ts';
import { loadPageView } from './load-page-view.ts';
import { pageReasons } from './page-reasons.ts';

/** Why this page called whom, for one of the vendor's people who asks. */
export async function explainPage(
  trip: Trip,
  { pageId, askerId }: { pageId: string; askerId: string },
): Promise<Text<Audience>[]> {
  const { tx } = trip;
  const page = pageFrom(await tx.page.findUniqueOrThrow({ where: { id: pageId } }));
  const view = await loadPageView(trip, page);
  const messages = await tx.message.findMany({
    where: { key: { in: view.calls.map(({ messageKey }) => messageKey) } },
    select: { key: true, createdAt: true, outcome: true },
  });
  const fates = new Map(
    messages.map(({ key, createdAt, outcome }) => [key, { at: createdAt, outcome }]),
  );
  return pageReasons({ view, fates, askerId });
}
