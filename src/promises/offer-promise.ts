import type { Card } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { offeredFor, promiseFrom } from './promise.ts';
import { offerCard } from './promise-card.ts';

export interface HeardPromise {
  readonly customer: { readonly id: string; readonly name: string };
  /** Who gave their word. */
  readonly byId: string;
  readonly text: string;
  readonly promisedFor: Date;
  /** No time was said: the one here is ours to propose. */
  readonly isGuessed: boolean;
}

/** Keeps what somebody of ours wrote as an offer, until they say whether it is to be noted; returns the card that asks. */
export async function offerPromise(trip: Trip, heard: HeardPromise): Promise<Card<'internal'>> {
  const { tx, now, random } = trip;
  const { customer, byId, text, promisedFor } = heard;
  const row = await tx.vendorPromise.create({
    data: {
      id: random.id(),
      customerId: customer.id,
      text,
      byId,
      state: 'offered',
      visibility: 'internal',
      madeAt: now,
      promisedFor,
      dueAt: plus(now, offeredFor),
    },
  });
  return offerCard(promiseFrom(row), { customerName: customer.name, isGuessed: heard.isGuessed });
}
