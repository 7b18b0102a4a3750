import { internal } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { expectMorning } from './expect-morning.ts';
import { mayTellNow } from './may-tell-now.ts';
import type { Urgency, WaitingKind } from './waiting.ts';

export interface Told {
  /** The same key is told once, at once or in the morning. */
  readonly key: string;
  readonly personId: string;
  readonly customerId: string;
  readonly kind: WaitingKind;
  readonly text: string;
  readonly urgency: Urgency;
  /** How it looks where it is told at once; its words alone when left out. */
  readonly card?: Card<'internal'>;
}

/** Tells a vendor person something they have nothing to close about: now if it may be now, else in their morning. */
export async function tellColleague(trip: Trip, told: Told): Promise<void> {
  const { tx, now, random } = trip;
  const { key, personId, customerId, kind, text } = told;
  if (await mayTellNow(trip, told)) {
    await sendMessage(trip, {
      key,
      lane: 'replies',
      to: { personId },
      card: told.card ?? internalCard('task', customerId, { body: [internal`${text}`] }),
    });
    return;
  }
  const row = { id: random.id(), key, personId, customerId, kind, text, at: now };
  await tx.waiting.createMany({ data: [row], skipDuplicates: true });
  await expectMorning(trip, personId);
}
