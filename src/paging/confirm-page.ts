import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { closeTask } from '../tasks/close-task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';

export interface Confirmation {
  readonly pageId: string;
  readonly personId: string;
}

/** The customer says that the resolution did it; what they were worried about before is over with it. */
export async function confirmPage(
  trip: Trip,
  { pageId, personId }: Confirmation,
): Promise<'confirmed' | 'already' | 'not-resolved'> {
  const { tx, now } = trip;
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
  await closeWorries(trip, {
    customerId: page.customerId,
    until: page.resolvedAt ?? now,
    byId: page.resolvedById ?? personId,
  });
  return 'confirmed';
}

interface Over {
  readonly customerId: string;
  readonly until: Date;
  readonly byId: string;
}

async function closeWorries(trip: Trip, { customerId, until, byId }: Over): Promise<void> {
  const worries = await trip.tx.task.findMany({
    where: { customerId, kind: 'worried', state: 'open', createdAt: { lte: until } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  for (const { id } of worries) await closeTask(trip, id, byId);
}
