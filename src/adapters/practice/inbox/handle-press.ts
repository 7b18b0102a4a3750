import { z } from 'zod';
import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { actionIds } from '../../../delivery/card.ts';
import type { Tx } from '../../../shared/database.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { RoomParts } from '../room/room-parts.ts';
import { type PressForm, readPress } from './forms.ts';
import { getSpeaker } from './get-speaker.ts';
import { receive } from './receive.ts';

/** Somebody pressed a button in the room; returns the address to go back to. */
export async function handlePress(parts: RoomParts, body: unknown): Promise<string> {
  const form = readPress(body);
  await receive(parts, form.nonce, (tx, id) => inboundOf(tx, form, id));
  return form.back;
}

const buttonsColumn = z.object({
  actions: z.array(z.object({ id: z.enum(actionIds), subject: z.string() })).default([]),
});

/** The button as it stands on the message now. What it means is read there, never from the form. */
async function inboundOf(tx: Tx, form: PressForm, id: string): Promise<Inbound> {
  const speaker = await getSpeaker(tx, form);
  const message = await tx.message.findUnique({ where: { id: form.message } });
  const isHere = speaker.in
    ? message?.toPlaceId === speaker.in.channel
    : message?.toPersonId === form.person;
  const action = isHere && buttonsColumn.parse(message?.card).actions[Number(form.action)];
  if (!action) throw new HttpProblem([409, 'no-such-button'], 'This button is no longer there.');
  return {
    ...speaker,
    id,
    ref: id,
    addressed: true,
    threadOf: null,
    said: { kind: 'press', action: action.id, subject: action.subject, messageId: form.message },
  };
}
