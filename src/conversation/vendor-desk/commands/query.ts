import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forRequest } from './for-request.ts';

/** `query R-12: was this the second visit?`: asks whoever did the work; the request waits until they have answered. */
export async function query(trip: Trip, command: Command): Promise<Reply[]> {
  return forRequest(trip, command, words =>
    words === ''
      ? 'What is to be asked? Type it behind the number: "query R-12: …".'
      : { act: { kind: 'query', words } },
  );
}
