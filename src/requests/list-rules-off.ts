import type { Tx } from '../shared/database.ts';
import { type RuleName, ruleNames } from './rules.ts';

/** The rules that do not look at this customer's requests. */
export async function listRulesOff(tx: Tx, customerId: string): Promise<ReadonlySet<RuleName>> {
  const rows = await tx.ruleOff.findMany({ where: { customerId } });
  return new Set(ruleNames.filter(name => rows.some(({ rule }) => rule === name)));
}
