import { findPerson } from '../../customers/find-person.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import type { Trip } from '../../shared/database.ts';
import type { Page } from '../page/page.ts';
import { staleAskCard, staleAskKey } from './stale-ask.ts';

/** Marks the open question "are you still on it?" as answered; `page` as it was before the answer. */
export async function answerStaleAsk(trip: Trip, page: Page, byId: string): Promise<void> {
  if (page.staleAsks === 0) return;
  const { tx, now } = trip;
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: page.customerId } });
  const by = await findPerson(tx, byId);
  const ask = { state: 'answered', at: now, byName: by?.name ?? 'A colleague' } as const;
  await editMessage(
    trip,
    staleAskKey(page),
    staleAskCard({ page, customerName: customer.name, ask }),
  );
}
