import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { listDutyLines } from '../../home/list-duty-lines.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `on-call`: who is on call now by each schedule, until when, and who is next. */
export async function onCall(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const lines = await listDutyLines(trip);
  if (lines.length === 0)
    return [privateNote(internal`There is no on-call schedule in the setup.`)];
  return [privateNote(...lines)];
}
