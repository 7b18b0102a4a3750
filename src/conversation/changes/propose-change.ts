import { internal, type Text } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import type { Reply } from '../replies/reply.ts';
import { addPendingChange } from './add-pending-change.ts';
import type { PendingCadence } from './pending-change.ts';
import { previewLine } from './preview-line.ts';

export interface ShownChange {
  readonly actorId: string;
  readonly pending: PendingCadence;
  /** One customer's change is made by itself after a minute; a kind's or many customers' only on a word. */
  readonly isOneCustomer: boolean;
}

/** How many transitions a preview shows before it only counts. */
const shownAtMost = 12;

/** Writes the change down as on its way and shows what would come of it: the next five check-ins of each. */
export async function proposeChange(trip: Trip, proposal: ShownChange): Promise<Reply> {
  const { actorId, pending, isOneCustomer } = proposal;
  const dueAt = isOneCustomer ? plus(trip.now, minute) : null;
  const id = await addPendingChange(trip, { actorId, pending, dueAt });
  const lines: Text<'internal'>[] = [];
  for (const item of pending.items.slice(0, shownAtMost))
    lines.push(await previewLine(trip, { ...item, change: pending.change }));
  const more = pending.items.length - shownAtMost;
  if (more > 0) lines.push(internal`And ${more} more.`);
  return { card: previewCard(id, proposal, lines), key: `change:${id}`, isPrivate: true };
}

function previewCard(
  id: string,
  { pending, isOneCustomer }: ShownChange,
  lines: readonly Text<'internal'>[],
): Card<'internal'> {
  const customers = new Set(pending.items.map(item => item.customerId));
  const [only] = customers;
  const foot = isOneCustomer
    ? internal`I'll do that in a minute, or now if you say "yes". "No" cancels it.`
    : internal`This is for ${customers.size === 1 ? 'one customer' : `${customers.size} customers`} at once, so I wait for your "apply".`;
  return internalCard('answer', customers.size === 1 ? (only ?? null) : null, {
    heading: internal`The next check-ins would be`,
    body: lines,
    actions: [
      { id: 'change.apply', label: 'Apply', subject: id, style: 'primary' },
      { id: 'change.cancel', label: 'Cancel', subject: id },
    ],
    foot,
  });
}
