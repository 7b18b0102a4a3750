import { listUnanswered } from '../../advice/list-unanswered.ts';
import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../replies/reply.ts';

/** For whoever ticks a question off without a word for whoever asked it; null where nobody waits for one. */
export async function noteUnanswered(
  trip: Trip,
  { taskId, byId }: { readonly taskId: string; readonly byId: string },
): Promise<Reply | null> {
  const waiting = await listUnanswered(trip, { personId: byId });
  const one = waiting.find(each => each.taskId === taskId);
  if (!one) return null;
  return note(
    one.customerId,
    internal`${one.askerName ?? 'Whoever asked'} hears nothing of it from me. "done shared: …" says the answer for them, where they asked.`,
  );
}
