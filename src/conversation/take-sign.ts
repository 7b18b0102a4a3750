import type { Trip } from '../shared/database.ts';
import type { Inbound, Signed } from './arrival/inbound.ts';
import type { Turn } from './arrival/turn.ts';
import { raiseHand } from './customer-desk/raise-hand.ts';
import { hushThread } from './hush-thread.ts';
import type { Reply } from './replies/reply.ts';
import { findQuoted } from './vendor-desk/find-quoted.ts';

export interface SignIn {
  readonly said: Signed;
  /** Where it was given, in the platform's own ids; null alone with us. */
  readonly where: Inbound['in'];
}

/** An emoji on a message: its thread becomes quiet, or somebody raises their hand about it. */
export async function takeSign(trip: Trip, turn: Turn, { said, where }: SignIn): Promise<Reply[]> {
  if (said.sign === 'quiet') return (await hushThread(trip, turn, 'quiet')) ?? [];
  const about = { ref: said.ref, text: null, author: null };
  const quoted = await findQuoted(trip, { about, where });
  return raiseHand(trip, turn, quoted?.words ?? null);
}
