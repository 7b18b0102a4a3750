import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { applyChange } from '../changes/apply-change.ts';
import { cancelChange } from '../changes/cancel-change.ts';
import { undoAudit } from '../changes/undo-audit.ts';
import { privateNote, type Reply, refusal } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** Apply, cancel or undo a change to the check-ins. The preview itself shows what became of it. */
export async function decideChange(
  trip: Trip,
  { turn, action, subject }: CheckedPress,
): Promise<Reply[]> {
  const already = privateNote(
    internal`That is settled already. "audit" and the customer's name shows what was done; "undo" takes it back.`,
  );
  switch (action) {
    case 'change.apply': {
      const outcome = await applyChange(trip, subject);
      if (outcome === 'refused') return [refusal()];
      return outcome === 'already' ? [already] : [];
    }
    case 'change.cancel':
      return (await cancelChange(trip, subject)) === 'already' ? [already] : [];
    default: {
      const audit = await trip.tx.audit.findUnique({ where: { id: subject } });
      if (audit?.undoneAt) return [already];
      return [privateNote(...(await undoAudit(trip, subject, turn.actor?.id ?? '')))];
    }
  }
}
