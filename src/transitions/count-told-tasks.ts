import type { Tx } from '../shared/database.ts';

/** The kinds of task that begin with a customer's own words. */
const fromTheirWords = [
  'problem',
  'worried',
  'commitment',
  'billing',
  'planning',
  'purchase',
] as const;

/** How many things this customer told us are still open with somebody. */
export async function countToldTasks(tx: Tx, customerId: string): Promise<number> {
  return tx.task.count({ where: { customerId, state: 'open', kind: { in: [...fromTheirWords] } } });
}
