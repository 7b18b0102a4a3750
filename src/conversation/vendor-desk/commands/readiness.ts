import { internal } from '../../../delivery/audience.ts';
import { listServing } from '../../../readiness/list-serving.ts';
import { reachabilityOf } from '../../../readiness/readiness.ts';
import { reachabilityWords } from '../../../readiness/readiness-words.ts';
import type { Trip } from '../../../shared/database.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** As many people as one answer names; what is more is counted. */
const most = 25;

/** `readiness`: whoever may be called for a customer, and whether anything would reach them; who lacks something first. */
export async function readiness(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { people, known } = await listServing(trip);
  const rows = people.map(one => ({ name: one.name, state: reachabilityOf(one, known) }));
  const lacking = rows.filter(({ state }) => state !== 'ready');
  const ready = rows.length - lacking.length;
  const shown = lacking
    .slice(0, most)
    .map(({ name, state }) => internal`• ${name} ${reachabilityWords(state)}.`);
  const rest = lacking.length - shown.length;
  return [
    privateNote(
      internal`${String(ready)} of ${String(rows.length)} who may be called can be reached at the hours they serve.`,
      ...shown,
      ...(rest > 0 ? [internal`And ${String(rest)} more.`] : []),
    ),
  ];
}
