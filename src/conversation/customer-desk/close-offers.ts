import { shared } from '../../delivery/audience.ts';
import type { Card } from '../../delivery/card.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import type { Trip } from '../../shared/database.ts';
import { since } from '../../shared/time.ts';
import type { Turn } from '../arrival/turn.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import type { SeenMessage } from '../replies/seen-message.ts';
import { offerHolds } from './worries/worry.ts';

/** Every offer of a human made here is answered: their buttons go, and what was answered stands in their place. */
export async function closeOffers(trip: Trip, turn: Turn, answer: 'yes' | 'no'): Promise<void> {
  const open = (await listSeenMessages(trip, turn)).filter(message =>
    isOpenOffer(message, trip.now),
  );
  for (const { key, card } of open) await editMessage(trip, key, answered(card, answer));
}

function isOpenOffer({ card, createdAt }: SeenMessage, now: Date): boolean {
  const isOffer =
    card.audience === 'shared' && (card.actions ?? []).some(({ id }) => id === 'page.decline');
  return isOffer && since(createdAt, now) <= offerHolds;
}

function answered(card: Card, answer: 'yes' | 'no'): Card {
  const line =
    answer === 'yes' ? shared`✅ I'm getting someone.` : shared`✅ All right, nobody is called.`;
  const { actions: _, ...rest } = card;
  return { ...rest, body: [...card.body, line] };
}
