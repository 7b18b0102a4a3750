import type { Rung } from '../../../check-ins/cadence/cadence.ts';
import { previewLine } from '../../../conversation/changes/preview-line.ts';
import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import type { Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';

/** How often somebody would like a customer to be asked about one transition. */
export interface CadenceWish {
  readonly key: string;
  readonly rung: Rung | null;
}

/** What a change would lead to, before it is made. */
export interface CadenceLook {
  readonly customer: Customer;
  readonly key: string;
  readonly rung: Rung;
  /** In a line, with the next check-ins, as chat previews it. */
  readonly preview: Text<'internal'>;
}

/** What would come of it; null where there is no such transition or distance. */
export async function findCadenceLook(
  trip: Trip,
  customerId: string,
  { key, rung }: CadenceWish,
): Promise<CadenceLook | null> {
  const { tx } = trip;
  const transition = await tx.transition.findUnique({
    where: { customerId_key: { customerId, key } },
  });
  const cadence =
    transition && (await tx.cadence.findUnique({ where: { transitionId: transition.id } }));
  if (!cadence || !rung) return null;
  const { transitionId } = cadence;
  return {
    customer: await getCustomer(tx, customerId),
    key,
    rung,
    preview: await previewLine(trip, { transitionId, change: { rung } }),
  };
}
