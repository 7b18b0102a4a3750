import { previewCadence } from '../check-ins/preview-cadence.ts';
import { internal, type Text, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import type { Json, Trip } from '../shared/database.ts';
import { minute, plus } from '../shared/time.ts';
import type { PendingCadence } from './pending-change.ts';
import type { Reply } from './reply.ts';

export interface Proposal {
  readonly actorId: string;
  readonly pending: PendingCadence;
  /** One customer's change is made by itself after a minute; a kind's or many customers' only on a word. */
  readonly isOneCustomer: boolean;
}

/** How many transitions a preview shows before it only counts. */
const shownAtMost = 12;

/** Writes the change down as on its way and shows what would come of it: the next five check-ins of each. */
export async function proposeChange(trip: Trip, proposal: Proposal): Promise<Reply> {
  const { tx, now, random } = trip;
  const { actorId, pending, isOneCustomer } = proposal;
  const id = random.id();
  await tx.pendingChange.create({
    data: {
      id,
      actorId,
      change: JSON.parse(JSON.stringify(pending)) as Json,
      state: 'waiting',
      createdAt: now,
      dueAt: isOneCustomer ? plus(now, minute) : null,
    },
  });
  const lines: Text<'internal'>[] = [];
  for (const item of pending.items.slice(0, shownAtMost))
    lines.push(await previewLine(trip, pending, item.transitionId));
  const more = pending.items.length - shownAtMost;
  if (more > 0) lines.push(internal`And ${more} more.`);
  return { card: previewCard(id, proposal, lines), key: `change:${id}`, isPrivate: true };
}

async function previewLine(
  trip: Trip,
  pending: PendingCadence,
  transitionId: string,
): Promise<Text<'internal'>> {
  const { customerName, dates, words } = await previewCadence(trip, transitionId, pending.change);
  const [first, ...others] = dates.map(date => internal`${time(date)}`);
  if (!first) return internal`${customerName}: ${words}. No check-in would come by itself.`;
  const listed = others.reduce((all, date) => internal`${all}, ${date}`, first);
  return internal`${customerName}: ${words}. Next: ${listed}.`;
}

function previewCard(
  id: string,
  { pending, isOneCustomer }: Proposal,
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
