import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Tx } from '../../../shared/database.ts';
import type { RoomParts } from '../room/room-parts.ts';
import { readSay, type SayForm } from './forms.ts';
import { getSpeaker } from './get-speaker.ts';
import { receive } from './receive.ts';

/** Somebody typed something in the room; returns the address to go back to. */
export async function handleMessage(parts: RoomParts, body: unknown): Promise<string> {
  const form = readSay(body);
  await receive(parts, form.nonce, (tx, id) => inboundOf(tx, form, id));
  return form.back;
}

async function inboundOf(tx: Tx, form: SayForm, id: string): Promise<Inbound | null> {
  const text = form.suggested ?? form.text ?? '';
  if (text === '') return null;
  const speaker = await getSpeaker(tx, form);
  return {
    ...speaker,
    id,
    ref: id,
    addressed: speaker.in === null || form.addressed === 'yes',
    threadOf: null,
    said: { kind: 'text', text },
  };
}
