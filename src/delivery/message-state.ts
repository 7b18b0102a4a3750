import type { MessageState } from '../shared/database.ts';

/** Where a message can stand on its way, each with what it means. */
export const messageStates: Readonly<Record<MessageState, string>> = {
  waiting: 'It waits to be sent, or to be changed where it stands.',
  sending: 'A sender has it, until its lease is over.',
  lost: 'Nobody knows whether it arrived; it is looked for before anything is said again.',
  sent: 'It stands on the platform as it is.',
  parked: 'Kept back: the gate refused it, or it may have arrived and must not be said twice.',
  failed: 'Given up: the platform refused it, or every try was spent.',
  withdrawn: 'Taken back before anybody saw it.',
};

/** Where a message can go from each state. What is not listed never happens. */
export const messageMoves: Readonly<Record<MessageState, readonly MessageState[]>> = {
  waiting: ['sending', 'sent', 'parked', 'failed', 'withdrawn'],
  sending: ['sending', 'lost', 'sent', 'waiting', 'parked', 'failed', 'withdrawn'],
  lost: ['sending', 'sent', 'waiting', 'parked', 'failed', 'withdrawn'],
  sent: ['waiting'],
  parked: ['waiting', 'withdrawn'],
  failed: ['waiting', 'withdrawn'],
  withdrawn: [],
};

/** A sender may take it, now or later. */
export const inQueue = ['waiting', 'sending', 'lost'] as const satisfies readonly MessageState[];

/** A sender has it or had it, and its outcome is not known yet. */
export const underway = ['sending', 'lost'] as const satisfies readonly MessageState[];

/** At rest without having been seen; newer words may bring it back. */
export const heldBack = ['parked', 'failed'] as const satisfies readonly MessageState[];

/** Nobody will see it unless it is brought back. */
export const unseen = [...heldBack, 'withdrawn'] as const satisfies readonly MessageState[];

/** What changes with a message's state. */
export interface MessageChange {
  readonly state?: MessageState;
  readonly dueAt?: Date | null;
  readonly tries?: number;
  readonly reason?: string | null;
  readonly isRepeat?: boolean;
  readonly externalRef?: string;
  readonly sentTo?: string;
  readonly sentRevision?: number;
  readonly sentAt?: Date;
  readonly failureDueAt?: Date | null;
}
