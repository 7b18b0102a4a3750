import type { Customer } from '../../customers/customer.ts';
import type { Trip } from '../../shared/database.ts';
import { keepSaying } from '../../voice/keep-saying.ts';
import type { SayingKind } from '../../voice/saying.ts';
import { insiderOf, readPlaceOf, type Turn } from '../arrival/turn.ts';

interface Heard {
  readonly turn: Turn;
  readonly customer: Customer;
  readonly text: string;
}

/** Keeps these words for those who decide: what a customer finds hard, or answered when we asked what should be better. */
export async function hearVoice(
  trip: Trip,
  { turn, customer, text }: Heard,
  kind: SayingKind,
): Promise<void> {
  await keepSaying(trip, {
    key: `heard:${turn.inboxId}`,
    customerId: customer.id,
    personId: insiderOf(turn, customer.id)?.id ?? null,
    kind,
    text,
    isOpen: readPlaceOf(turn) !== null,
  });
}
