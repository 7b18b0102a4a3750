import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forRequest } from './for-request.ts';

/** `explain R-12: yes, it was`: the answer to what was asked about a request; it goes back to its reviewer. */
export async function explain(trip: Trip, command: Command): Promise<Reply[]> {
  return forRequest(trip, command, words =>
    words === ''
      ? 'Type the answer behind the number: "explain R-12: …".'
      : { act: { kind: 'answer', words } },
  );
}
