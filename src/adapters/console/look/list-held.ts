import { listKeepers } from '../../../customers/list-keepers.ts';
import { type About, mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import { heldBack } from '../../../delivery/message-state.ts';
import type { Trip } from '../../../shared/database.ts';

/** Which messages that did not go out are meant; without ids, the newest. */
export interface HeldWish {
  readonly ids?: readonly string[];
}

const most = 50;

/** Messages that did not go out, the newest first, with whether this person may send or drop each. */
export async function listHeld({ tx }: Pick<Trip, 'tx'>, person: Person, { ids }: HeldWish = {}) {
  const rows = await tx.message.findMany({
    // What other systems are told is told again beside it, in the order they know.
    where: {
      state: { in: [...heldBack] },
      toWebhookId: null,
      ...(ids && { id: { in: [...ids] } }),
    },
    orderBy: { seq: 'desc' },
    take: most,
  });
  const customers = await tx.customer.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))] } },
  });
  const known = new Map(customers.map(one => [one.id, one]));
  const everyKeeper = rows.length > 0 ? await listKeepers(tx, 'all') : [];
  return rows.map(row => {
    const customer = known.get(row.customerId ?? '');
    const about = customer ? aboutCustomer(customer) : aboutNobody(row.toPersonId, everyKeeper);
    return { ...row, customerName: customer?.name ?? null, isTheirs: mayDo('held', person, about) };
  });
}

interface Looked {
  readonly id: string;
  readonly managerId: string | null;
  readonly advocateId: string;
  readonly standInId: string | null;
  readonly backupId: string | null;
}

function aboutCustomer({ id, managerId, advocateId, standInId, backupId }: Looked): About {
  return {
    customerId: id,
    managerId,
    placeCustomerId: null,
    keeperIds: [managerId ?? advocateId],
    carerIds: [advocateId, standInId, backupId].filter(one => one !== null),
  };
}

/** About no customer: whoever it is for, and whoever answers for all of them. */
function aboutNobody(toPersonId: string | null, keeperIds: readonly string[]): About {
  const carerIds = toPersonId === null ? [] : [toPersonId];
  return { customerId: '', managerId: null, placeCustomerId: null, keeperIds, carerIds };
}
