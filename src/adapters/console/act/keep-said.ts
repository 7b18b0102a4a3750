import type { Trip } from '../../../shared/database.ts';
import { type SaidHere, saidAs } from '../look/said.ts';

/** Keeps what somebody said beside the answers to it, as long as words from chat are kept. */
export async function keepSaid(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  said: string,
  { from, text }: SaidHere,
): Promise<void> {
  const payload = { from, text };
  await tx.inbox.create({
    data: { id: saidAs(said), payload, state: 'handled', receivedAt: now, handledAt: now },
  });
}
