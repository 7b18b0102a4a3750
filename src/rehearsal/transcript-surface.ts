import type { Card } from '../delivery/card.ts';
import { localPlatform } from '../delivery/find-way.ts';
import type { Outgoing, Sent, Surface, Surfaces } from '../delivery/surface.ts';

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

/** A surface that reaches everybody by our own ids and remembers what it showed. */
export interface TranscriptSurface {
  readonly surfaces: Surfaces;
  /** What was shown since the last time this was asked, in the order it was handed over. */
  take(): Shown[];
  /** Lets messages to this place or person through, or turns them back. */
  setReachable(id: string, reachable: boolean): void;
}

/** A surface that lets everything through until told otherwise. */
export function createTranscriptSurface(): TranscriptSurface {
  let shown: Shown[] = [];
  const cutOff = new Set<string>();

  function show(message: Outgoing, edited: boolean): Sent {
    if (cutOff.has(message.to))
      return { outcome: 'retry', detail: 'Out of reach in this scenario.' };
    shown.push({
      messageId: message.messageId,
      to: message.to,
      via: message.via,
      card: message.card,
      text: message.isRepeat ? `(repeated) ${message.text}` : message.text,
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
    take: () => {
      const taken = shown;
      shown = [];
      return taken;
    },
    setReachable: (id, reachable) => {
      if (reachable) cutOff.delete(id);
      else cutOff.add(id);
    },
  };
}
