import { internal } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { findSpeaker } from './find-speaker.ts';
import type { Inbound } from './inbound.ts';

/** A command was given in a place that belongs to no customer: one of our own is told so, alone; nobody else anything. */
export async function notifyUnbound(trip: Trip, inbound: Inbound): Promise<void> {
  const actor = await findSpeaker(trip, inbound.from, null);
  if (actor?.side !== 'vendor') return;
  await sendMessage(trip, {
    key: `reply:${inbound.id}:1`,
    lane: 'replies',
    to: { personId: actor.id },
    card: internalCard('answer', null, {
      body: [
        internal`I don't know which customer that place belongs to, so nothing was done. Tell me like this: "place ITS-NAME is northwind, shared", or "internal" when only we read it.`,
      ],
    }),
  });
}
