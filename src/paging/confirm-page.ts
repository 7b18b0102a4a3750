import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';

export interface Confirmation {
  readonly pageId: string;
  readonly personId: string;
}

/** The customer says that the resolution did it. */
export async function confirmPage(
  trip: Trip,
  { pageId, personId }: Confirmation,
): Promise<'confirmed' | 'already' | 'not-resolved'> {
  const { tx } = trip;
  const page = await lockPage(trip, pageId);
  if (page.state !== 'resolved') return 'not-resolved';
  if (page.confirmed === true) return 'already';
  await tx.page.update({ where: { id: pageId }, data: { confirmed: true } });
  const by = await findPerson(tx, personId);
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'feedback',
    visibility: 'internal',
    text: `${by?.name ?? 'The customer'} says the page is solved`,
    authorId: personId,
    data: { pageId },
  });
  await showPage(trip, pageId);
  return 'confirmed';
}
