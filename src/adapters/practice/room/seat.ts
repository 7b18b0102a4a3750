import type { Side } from '../../../customers/side.ts';
import type { Card } from '../../../delivery/card.ts';

/** The three people whose screens stand side by side. */
export const seatNames = ['customer', 'advocate', 'manager'] as const;
export type SeatName = (typeof seatNames)[number];

/** Somebody who can sit in a seat. */
export interface Sitter {
  readonly id: string;
  readonly name: string;
  /** "leader", "advocate", "on call" */
  readonly role: string;
  readonly side: Side;
  readonly timeZone: string;
}

/** Something to read in a conversation, oldest first. */
export type RoomLine =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly at: Date;
      readonly card: Card;
      readonly revision: number;
      /** When these words were written: ages in them are counted from here. */
      readonly writtenAt: Date;
      readonly via: string;
      readonly isRepeat: boolean;
      readonly inReplyTo: string | null;
    }
  | {
      readonly kind: 'words';
      readonly id: string;
      readonly at: Date;
      readonly by: Sitter | null;
      readonly text: string;
    }
  | {
      readonly kind: 'press';
      readonly id: string;
      readonly at: Date;
      readonly by: Sitter | null;
      readonly label: string;
    };

/** One place or direct conversation as a seat sees it. */
export interface Conversation {
  /** "direct", or the id of a place. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'direct' | 'shared' | 'internal';
  /** Grows with every message and every edit, for the mark of something new. */
  readonly newest: number;
}

export interface RoomSeat {
  readonly name: SeatName;
  readonly sitter: Sitter;
  /** Who else may be looked at in this seat, with the same kind of mark. */
  readonly sitters: readonly (Sitter & { readonly newest: number })[];
  readonly conversations: readonly Conversation[];
  readonly current: Conversation;
  readonly lines: readonly RoomLine[];
  readonly suggestions: readonly string[];
}
