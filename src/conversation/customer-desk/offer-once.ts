import { notifyAdvocate } from '../../check-ins/answers/notify-advocate.ts';
import type { Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, since } from '../../shared/time.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import type { Reply } from '../replies/reply.ts';
import type { Ask } from './answers/ask.ts';
import { offerHuman } from './offer-human.ts';
import { isOfferRefused } from './worries/is-offer-refused.ts';

/** A human is offered unasked at most once in so long. */
const offerEvery = 30 * minute;

/** Offers a human between people who did not ask us, unless we did so just now or somebody is being called. */
export async function offerOnce(trip: Trip, ask: Ask, before: Text<'shared'>): Promise<Reply[]> {
  const { turn, customer, text } = ask;
  const seen = await listSeenMessages(trip, turn);
  const isRecent = seen.some(({ card, createdAt }) => {
    return (
      (card.name === 'help-offer' || card.name === 'page-receipt') &&
      since(createdAt, trip.now) < offerEvery
    );
  });
  if (isRecent) return [];
  await tellAdvocate(trip, ask);
  if (await isOfferRefused(trip, turn)) return [];
  const offer = { customerId: customer.id, words: text, before: [before] };
  const reply = await offerHuman(trip, turn, offer);
  return [{ ...reply, isAside: true }];
}

/** Whatever becomes of the offer, the advocate has the words; worry and complaint she has from hearing them. */
async function tellAdvocate(trip: Trip, ask: Ask): Promise<void> {
  const { turn, customer, person, text, understanding } = ask;
  if (understanding.intent === 'worried' || understanding.intent === 'complaint') return;
  const saying = {
    customer,
    personId: person?.id ?? null,
    doing: 'writes to the others',
    words: text,
    tone: 'trouble',
  } as const;
  await notifyAdvocate(trip, `overheard:${turn.inboxId}`, saying);
}
