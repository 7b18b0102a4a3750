import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import { type Opinion, opinionSchema } from '../understanding/second-opinion.ts';
import { fetchForParked } from './arrival/fetch-for-parked.ts';
import { findOccasion } from './arrival/find-occasion.ts';
import { type Inbound, inboundSchema, tidyWords } from './arrival/inbound.ts';
import { noticeSchema } from './arrival/notice.ts';
import type { Occasion } from './arrival/occasion.ts';
import { sayNotSetUp } from './arrival/say-not-set-up.ts';
import { tellUnbound } from './arrival/tell-unbound.ts';
import { giveUpInbound } from './give-up-inbound.ts';
import { noteSight } from './places/note-sight.ts';
import { pressButton } from './presses/press-button.ts';
import type { Reply } from './replies/reply.ts';
import { sendReplies } from './replies/send-replies.ts';
import { respond } from './respond.ts';
import { takeOrder } from './vendor-desk/take-order.ts';

const incomingSchema = z.union([inboundSchema, noticeSchema]);

/** Engine handler: one thing that came in becomes one change and its answers, all in this trip. */
export async function handleInbound(trip: Trip, id: string): Promise<void> {
  const row = await trip.tx.inbox.findUnique({ where: { id } });
  if (row?.state !== 'waiting') {
    await trip.tx.inbox.updateMany({ where: { id }, data: { dueAt: null } });
    return;
  }
  const parsed = incomingSchema.safeParse(row.payload);
  if (!parsed.success) {
    await giveUpInbound(trip, id, parsed.error);
    return;
  }
  if ('notice' in parsed.data) await noteSight(trip, parsed.data);
  else await handle(trip, parsed.data, opinionSchema.safeParse(row.opinion).data ?? null);
  await trip.tx.inbox.update({
    where: { id },
    data: { state: 'handled', handledAt: trip.now, dueAt: null },
  });
}

async function handle(trip: Trip, inbound: Inbound, opinion: Opinion | null): Promise<void> {
  const found = await findOccasion(trip, inbound);
  switch (found.kind) {
    case 'stranger':
      return;
    case 'not-set-up':
      if (found.place?.parkedReason) await fetchForParked(trip, inbound, found.place);
      if (inbound.quietly || inbound.said.kind === 'order') await tellUnbound(trip, inbound);
      else if (inbound.addressed || inbound.said.kind === 'press')
        await sayNotSetUp(trip, inbound, found.place);
      return;
    case 'occasion':
      await sendReplies(
        trip,
        found.occasion,
        await decide(trip, found.occasion, { inbound, opinion }),
      );
      return;
    default:
      unreachable(found);
  }
}

async function decide(
  trip: Trip,
  occasion: Occasion,
  { inbound, opinion }: { inbound: Inbound; opinion: Opinion | null },
): Promise<Reply[]> {
  const { said } = inbound;
  if (said.kind === 'press') return pressButton(trip, occasion, { press: said, respond });
  if (said.kind === 'order') return takeOrder(trip, occasion, { given: said, where: inbound.in });
  const text = tidyWords(said.text);
  return text === '' ? [] : respond(trip, occasion, { text, intent: null, opinion });
}
