import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import { type Opinion, opinionSchema } from '../understanding/second-opinion.ts';
import { fetchForParked } from './fetch-for-parked.ts';
import { findOccasion } from './find-occasion.ts';
import { giveUpInbound } from './give-up-inbound.ts';
import { type Inbound, inboundSchema, tidyWords } from './inbound.ts';
import { noticeSchema } from './notice.ts';
import type { Occasion } from './occasion.ts';
import { pressButton } from './press-button.ts';
import type { Reply } from './reply.ts';
import { respond } from './respond.ts';
import { sayNotSetUp } from './say-not-set-up.ts';
import { sendReplies } from './send-replies.ts';
import { takeNotice } from './take-notice.ts';
import { takeOrder } from './take-order.ts';
import { tellUnbound } from './tell-unbound.ts';

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
  if ('notice' in parsed.data) await takeNotice(trip, parsed.data);
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
  if (said.kind === 'press') return pressButton(trip, occasion, said);
  if (said.kind === 'order') return takeOrder(trip, occasion, { given: said, where: inbound.in });
  const text = tidyWords(said.text);
  return text === '' ? [] : respond(trip, occasion, { text, intent: null, opinion });
}
