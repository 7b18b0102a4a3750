import { z } from 'zod';
import { settlementText } from '../../../conversation/places/settlement.ts';
import { settleByButton } from '../../../conversation/presses/settle-by-button.ts';
import { sendReplies } from '../../../conversation/replies/send-replies.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { aloneWith } from './alone-with.ts';
import type { Doing } from './doing.ts';
import { several } from './several.ts';

const wish = z.object({
  place: z.string().max(64),
  customer: z.string().max(64),
  audience: z.enum(['shared', 'internal']),
  reader: several.default([]),
});

/** Says whose a place is and who reads it, as the button in chat does; returns where the answer is read. */
export async function settlePlace({ ports, session, body }: Doing): Promise<string> {
  const { place: placeId, customer: customerId, audience, reader } = readForm(wish, body);
  const said = ports.random.id();
  const turn = aloneWith(session.person, said);
  await ports.database.trip(async trip => {
    const { tx } = trip;
    const place = await tx.place.findFirst({
      where: { id: placeId, parkedReason: { not: null } },
      select: { id: true },
    });
    const customer = await tx.customer.findUnique({
      where: { id: customerId },
      select: { id: true },
    });
    if (!place || !customer) throw nothingHere();
    const subject = settlementText({ placeId, customerId, audience, readers: reader });
    const checked = { turn, action: 'place.settle', subject, customerId } as const;
    await sendReplies(trip, turn, await settleByButton(trip, checked));
  });
  return `/console/said/${said}`;
}
