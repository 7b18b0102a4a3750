import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import { readCorrection } from '../../words/request-words.ts';
import type { Command } from './command.ts';
import { forRequest } from './for-request.ts';

/** `correct R-12 minutes 45 because …`: what is wrong is put right; what was sent is kept, and it is reviewed again. */
export async function correct(trip: Trip, command: Command): Promise<Reply[]> {
  return forRequest(trip, command, (rest, { currency }) => {
    const { text, why } = splitWhy(rest);
    const to = readCorrection(text, currency);
    if (typeof to === 'string') return to;
    if (why === null)
      return 'Say why, for the audit: "… because the second visit was counted twice".';
    return { act: { kind: 'correct', to }, why };
  });
}
