import { internal, type Text } from '../../delivery/audience.ts';
import { type Card, cardFrom, internalCard } from '../../delivery/card.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import type { Reply } from '../replies/reply.ts';
import { addPendingChange } from './add-pending-change.ts';
import { cancelChange } from './cancel-change.ts';
import { type PendingCadence, pendingFrom } from './pending-change.ts';
import { previewLine } from './preview-line.ts';

export interface ShownChange {
  readonly actorId: string;
  readonly pending: PendingCadence;
  /** One customer's change is made by itself after a minute; a kind's or many customers' only on a word. */
  readonly isOneCustomer: boolean;
  /** What speaks against it: then it waits for a word as well. */
  readonly warnings?: readonly Text<'internal'>[];
}

/** How many transitions a preview shows before it only counts. */
const shownAtMost = 12;

/** Writes the change down as on its way and shows what would come of it: the next five check-ins of each. */
export async function proposeChange(trip: Trip, proposal: ShownChange): Promise<Reply> {
  const { actorId, pending, isOneCustomer, warnings = [] } = proposal;
  await holdOthers(trip, proposal);
  const dueAt = isOneCustomer && warnings.length === 0 ? plus(trip.now, minute) : null;
  const id = await addPendingChange(trip, { actorId, pending, dueAt });
  const lines: Text<'internal'>[] = [...warnings];
  for (const item of pending.items.slice(0, shownAtMost))
    lines.push(await previewLine(trip, { ...item, change: pending.change }));
  const more = pending.items.length - shownAtMost;
  if (more > 0) lines.push(internal`And ${more} more.`);
  return { card: previewCard(id, proposal, lines), key: `change:${id}`, isPrivate: true };
}

function previewCard(
  id: string,
  { pending, isOneCustomer, warnings = [] }: ShownChange,
  lines: readonly Text<'internal'>[],
): Card<'internal'> {
  const customers = new Set(pending.items.map(item => item.customerId));
  const [only] = customers;
  const foot = footOf({ isOneCustomer, isWarned: warnings.length > 0, count: customers.size });
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

interface Waiting {
  readonly isOneCustomer: boolean;
  readonly isWarned: boolean;
  readonly count: number;
}

function footOf({ isOneCustomer, isWarned, count }: Waiting): Text<'internal'> {
  if (isWarned) return internal`So I wait for your "apply". "No" cancels it.`;
  return isOneCustomer
    ? internal`I'll do that in a minute, or now if you say "yes". "No" cancels it.`
    : internal`This is for ${count === 1 ? 'one customer' : `${count} customers`} at once, so I wait for your "apply".`;
}

/**
 * Only what somebody looked at last is made by itself: an earlier one of theirs for the same is dropped for this one, any
 * other waits for a word from now on, and its card says so.
 */
async function holdOthers(trip: Trip, { actorId, pending }: ShownChange): Promise<void> {
  const { tx } = trip;
  const others = await tx.pendingChange.findMany({ where: { actorId, state: 'waiting' } });
  for (const { id, change, dueAt } of others) {
    if (isReplaced(pendingFrom(change), pending)) await cancelChange(trip, id);
    else if (dueAt) await hold(trip, id);
  }
}

/** Both set the same of the same check-ins. */
function isReplaced(older: PendingCadence, newer: PendingCadence): boolean {
  const transitionIds = new Set(newer.items.map(({ transitionId }) => transitionId));
  const isSamePart = Object.keys(older.change).some(part => part in newer.change);
  return isSamePart && older.items.some(item => transitionIds.has(item.transitionId));
}

async function hold(trip: Trip, id: string): Promise<void> {
  const { tx } = trip;
  await tx.pendingChange.update({ where: { id }, data: { dueAt: null } });
  const key = `change:${id}`;
  const shown = await tx.message.findUnique({ where: { key } });
  if (!shown) return;
  const foot = internal`You have looked at another change since, so this one waits for your "apply".`;
  const card = cardFrom(shown.card);
  await editMessage(trip, key, internalCard(card.name, card.customerId, { ...card, foot }));
}
