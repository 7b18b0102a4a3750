import type { Trip } from '../shared/database.ts';
import { findSaidLateAt } from './arrival/find-said-late-at.ts';
import type { Inbound, Signed } from './arrival/inbound.ts';
import type { Turn } from './arrival/turn.ts';
import { raiseHand } from './customer-desk/raise-hand.ts';
import { hearLate } from './hear-late.ts';
import { hushThread } from './hush-thread.ts';
import type { Reply } from './replies/reply.ts';
import { findQuoted } from './vendor-desk/find-quoted.ts';

/** An emoji on a message. */
export interface SignIn extends Inbound {
  readonly said: Signed;
}

/**
 * An emoji on a message: its thread becomes quiet, or somebody raises their hand about it. A hand of long ago is told
 * with its time, and calls nobody.
 */
export async function takeSign(trip: Trip, turn: Turn, inbound: SignIn): Promise<Reply[]> {
  const { said, in: where } = inbound;
  if (said.sign === 'quiet') return (await hushThread(trip, turn, 'quiet')) ?? [];
  const about = { ref: said.ref, text: null, author: null };
  const quoted = await findQuoted(trip, { about, where });
  const words = quoted?.words ?? null;
  const saidAt = await findSaidLateAt(trip, inbound);
  const late =
    saidAt && (await hearLate(trip, turn, { text: `✋ ${words ?? 'a message'}`, saidAt }));
  return late ?? raiseHand(trip, turn, words);
}
