import type { ContactMethod } from '../customers/person.ts';
import type { Card } from '../delivery/card.ts';
import { localPlatform } from '../delivery/find-way.ts';
import { markedRepeat } from '../delivery/repeated.ts';
import type { Outgoing, Sent, Surface, Surfaces } from '../delivery/surface.ts';
import { type Carrier, createCarrier } from './carrier.ts';

/** One message as it was handed over, first or changed in place. */
export interface Shown {
  readonly messageId: string;
  readonly to: string;
  readonly via: string;
  readonly card: Card;
  readonly text: string;
  readonly readerZone: string;
  readonly edited: boolean;
}

/** Who can be reached from now on, or cannot. */
export interface Reach {
  readonly id: string;
  /** Null = by no message at all. */
  readonly via: ContactMethod | null;
  readonly reachable: boolean;
}

/** A surface that reaches everybody by our own ids and remembers what it showed. */
export interface TranscriptSurface {
  readonly surfaces: Surfaces;
  /** What was shown since the last time this was asked, in the order it was handed over. */
  take(): Shown[];
  /** What happens to messages outside chat. */
  readonly carrier: Carrier;
  /** Lets messages to this place or person through, or turns them back. */
  setReachable(reach: Reach): void;
}

/** A surface that lets everything through until told otherwise. */
export function createTranscriptSurface(): TranscriptSurface {
  let shown: Shown[] = [];
  const cutOff = new Set<string>();
  const carrier = createCarrier();

  function show(message: Outgoing, edited: boolean): Sent {
    if (carrier.isDown(message.via))
      return { outcome: 'retry', detail: `${message.via} is down in this scenario.` };
    if (cutOff.has(message.to) || (message.via === 'chat' && cutOff.has(`${message.to} chat`)))
      return { outcome: 'retry', detail: 'Out of reach in this scenario.' };
    shown.push({
      messageId: message.messageId,
      to: message.to,
      via: message.via,
      card: message.card,
      text: markedRepeat(message, message.text),
      readerZone: message.timeZone,
      edited,
    });
    return { outcome: 'sent', ref: message.messageId };
  }

  const everywhere: Surface = {
    platform: localPlatform,
    send: async message => show(message, false),
    edit: async message => show(message, true),
    find: async () => undefined,
  };
  return {
    surfaces: { connected: [], everywhere },
    carrier,
    take: () => {
      const taken = shown;
      shown = [];
      return taken;
    },
    setReachable: ({ id, via, reachable }) => {
      if (via !== null && via !== 'chat') return carrier.setReachable({ id, via, reachable });
      const whom = via === 'chat' ? `${id} chat` : id;
      if (reachable) cutOff.delete(whom);
      else cutOff.add(whom);
    },
  };
}
