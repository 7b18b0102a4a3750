import { internal, type Text, time } from '../../../delivery/audience.ts';
import { unresolved } from '../../../paging/page/page-state.ts';
import type { Trip } from '../../../shared/database.ts';
import type { ChangeItem } from '../../changes/pending-change.ts';
import { listCustomerNames } from '../../naming/list-customer-names.ts';

/** What speaks against a pause now: a window that is open, or a page that nobody has resolved. */
export async function listPauseWarnings(
  { tx }: Trip,
  items: readonly ChangeItem[],
): Promise<Text<'internal'>[]> {
  const customerIds = [...new Set(items.map(({ customerId }) => customerId))];
  const warnings: Text<'internal'>[] = [];
  for (const customerId of customerIds) {
    const [name = customerId] = await listCustomerNames(tx, [customerId]);
    const open = await tx.transition.findFirst({
      where: { customerId, phase: 'live', id: { in: items.map(item => item.transitionId) } },
    });
    if (open)
      warnings.push(
        internal`⚠️ ${name}'s window is open until ${time(open.windowUntil)}: paused, nobody asks them how it goes while it runs.`,
      );
    const page = await tx.page.findFirst({ where: { customerId, ...unresolved } });
    if (page)
      warnings.push(
        internal`⚠️ ${name} has a page open since ${time(page.raisedAt)}. A pause does not touch it: it goes on ringing until somebody has it.`,
      );
  }
  return warnings;
}
