import { internal, type Text, time } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import type { PendingCadence } from './pending-change.ts';

/** What the card of a change that was made is written from. */
export interface Applied {
  readonly pending: PendingCadence;
  /** Of the customers it is about, in the same order. */
  readonly names: readonly string[];
  readonly at: Date;
}

/** What the preview becomes: the receipt, with the way back. */
export function appliedCard({ pending, names, at }: Applied): Card<'internal'> {
  const ids = [...new Set(pending.items.map(item => item.customerId))];
  const [auditId] = pending.auditIds;
  const why = pending.why === '' ? internal`` : internal` Because ${pending.why}.`;
  return internalCard('answer', ids.length === 1 ? (ids[0] ?? null) : null, {
    body: [
      internal`✅ Done ${time(at)} for ${names.join(', ')}${untilText(pending)}.${why} "why" shows what comes, "undo" takes it back.`,
    ],
    actions: auditId ? [{ id: 'change.undo', label: 'Undo', subject: auditId }] : [],
  });
}

/** A pause names its end, so that nobody has to ask for it. */
function untilText({ change: { pausedUntil } }: PendingCadence): Text<'internal'> {
  return pausedUntil ? internal`: no check-in before ${time(pausedUntil)}` : internal``;
}
