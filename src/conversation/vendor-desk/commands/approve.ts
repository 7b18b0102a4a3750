import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { forRequest } from './for-request.ts';

/** `approve R-12`: it is billed. `approve R-12 in full because …`: at what was sent, whatever the contract says. */
export async function approve(trip: Trip, command: Command): Promise<Reply[]> {
  return forRequest(trip, command, rest => {
    const { text, why } = splitWhy(rest);
    if (!/^in full\b/i.test(text)) return { act: { kind: 'approve' }, why };
    if (why === null)
      return 'To bill what the contract says is not billed, say why: "approve R-12 in full because …".';
    return { act: { kind: 'approve-in-full' }, why };
  });
}
