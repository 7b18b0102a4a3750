import type { Tx } from '../../shared/database.ts';
import { defaultEscalation, type Escalation, escalationFrom } from './escalation.ts';

/** The escalation a customer's pages follow; the default when the named one does not exist. */
export async function getEscalation(tx: Tx, escalationId: string): Promise<Escalation> {
  const row = await tx.escalationPolicy.findUnique({ where: { id: escalationId } });
  return row ? { ...escalationFrom(row), firstRound: 0 } : defaultEscalation;
}
