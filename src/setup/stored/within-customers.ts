import { mentionedCustomers } from './rest.ts';
import type { Written } from './written.ts';

/** The hooks or webhooks that name no customer but these: an id of another's is none of their reader's business. */
export function withinCustomers(
  kind: 'hooks' | 'webhooks',
  entries: readonly Written[],
  customerIds: readonly string[],
): Written[] {
  const theirs = new Set(customerIds);
  return entries.filter(one => mentionedCustomers({ [kind]: [one] }).every(id => theirs.has(id)));
}
