import type { Card } from './card.ts';

/** Where a message goes on one platform: a channel or a person, in the platform's own ids. */
export interface Address {
  readonly platform: string;
  readonly workspace: string;
  /** Channel or conversation id, or the user id of a direct message. */
  readonly id: string;
  readonly kind: 'place' | 'person';
}

/** The accounts of people on one platform, by our own ids. */
export type Mentions = ReadonlyMap<string, string>;

/** One message on its way out, as an adapter needs it. */
export interface Outgoing {
  readonly messageId: string;
  /** Opaque key by which the platform may let us find it again. */
  readonly key: string;
  readonly address: Address;
  /** The contact method: chat, sms, voice, email, webhook. */
  readonly via: string;
  /** Our own id of the place or person it goes to. */
  readonly to: string;
  readonly card: Card;
  readonly text: string;
  readonly timeZone: string;
  readonly threadOf: string | null;
  /** The accounts of those the card mentions, on this platform, by our own ids. Left out = nobody is known there. */
  readonly mentions?: Mentions;
  /** When it was queued: nothing of it can be on the platform from before. Left out = it is never looked for. */
  readonly queuedAt?: Date;
  /**
   * False once it is too late to begin: the lease may be somebody else's by now, and the gate may say otherwise. A
   * surface asks as the last thing before the bytes leave, and then answers that it was held back.
   */
  readonly mayLeave: () => boolean;
  /** True when an earlier try may already have been seen: it is then marked as a repeat. */
  readonly isRepeat: boolean;
}

/** What a surface answers when a message may not leave any more: surely not delivered. */
export const tooLateToBegin: Sent = { outcome: 'retry', detail: 'It was too late to begin.' };

/** How a call to a platform ended. Adapters return it; they throw only for bugs. */
export type Sent =
  | { readonly outcome: 'sent'; readonly ref: string }
  /** Surely not delivered; worth another try. `holds` keeps everything else to that address, or in that workspace, back too. */
  | {
      readonly outcome: 'retry';
      readonly afterMilliseconds?: number;
      readonly holds?: 'address' | 'workspace';
      readonly detail: string;
    }
  /** Surely not delivered, and will never be. */
  | { readonly outcome: 'refused'; readonly detail: string }
  /** Nobody knows: the response was lost. */
  | { readonly outcome: 'unknown'; readonly detail: string };

/**
 * What came of looking for a message: its reference, null = surely not there, undefined = the platform
 * cannot tell. `later`: the platform does not answer now, and may be asked again.
 */
export type Found =
  | string
  | null
  | undefined
  | { readonly later: Extract<Sent, { outcome: 'retry' }> };

/** At most so many calls within so long, to one address or to all of a workspace. */
export interface Limit {
  readonly calls: number;
  readonly withinMilliseconds: number;
  readonly per: 'address' | 'workspace';
}

/** The port behind which a chat platform or a contact method lives. */
export interface Surface {
  readonly platform: string;
  /** What the platform puts up with; delivery keeps to it without spending a try. */
  readonly limits?: readonly Limit[];
  send(message: Outgoing): Promise<Sent>;
  /** Replaces the message `ref` in place. */
  edit(message: Outgoing, ref: string): Promise<Sent>;
  /** Looks for a message of an unknown outcome by its key. */
  find(message: Outgoing): Promise<Found>;
}

/** The surfaces that are connected now, and how to reach a place or person through them. */
export interface Surfaces {
  /** The platforms connected, in order of preference. */
  readonly connected: readonly Surface[];
  /**
   * Where a destination without any identity on a connected platform is reached, if anywhere: the
   * practice room and rehearsals reach everybody by our own ids.
   */
  readonly everywhere: Surface | null;
}
