import type { Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { pageFrom } from '../page/page.ts';
import { loadPageView } from './load-page-view.ts';
import { standingText } from './receipt.ts';

/** How a page stands right now, in one line for the customer who asks again: who is called, or who has it. */
export async function describePageStatus(trip: Trip, pageId: string): Promise<Text<'shared'>> {
  const row = await trip.tx.page.findUniqueOrThrow({ where: { id: pageId } });
  return standingText(await loadPageView(trip, pageFrom(row)));
}
