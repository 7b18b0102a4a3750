import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { forRequest } from './for-request.ts';

/** `waive R-12 because …`: approved, and nothing is charged for it. */
export async function waive(trip: Trip, command: Command): Promise<Reply[]> {
  return forRequest(trip, command, rest => ({ act: { kind: 'waive' }, why: splitWhy(rest).why }));
}
