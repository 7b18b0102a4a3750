import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { forRequest } from './for-request.ts';

/** `reopen R-12 because …`: what was decided is open again, as long as it was not handed over for billing. */
export async function reopen(trip: Trip, command: Command): Promise<Reply[]> {
  return forRequest(trip, command, rest => ({ act: { kind: 'reopen' }, why: splitWhy(rest).why }));
}
