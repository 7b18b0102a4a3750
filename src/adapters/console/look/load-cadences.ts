import { belongs, type Rung } from '../../../check-ins/cadence/cadence.ts';
import { previewLine } from '../../../conversation/changes/preview-line.ts';
import { customerFrom } from '../../../customers/customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import type { Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { transitionFrom } from '../../../transitions/transition.ts';

/** How often somebody would like several customers to be asked. */
export interface CadencesWish {
  readonly customerIds: readonly string[];
  readonly rung: Rung;
}

/** One transition whose check-ins would change. */
export interface CadenceLine {
  readonly transitionId: string;
  readonly preview: Text<'internal'>;
  /** It lies in another phase than this distance is for, so nothing changes before. */
  readonly isLater: boolean;
}

/** What would come of it, for those customers that are this person's to set. */
export interface CadencesLook extends CadencesWish {
  readonly lines: readonly CadenceLine[];
}

/** So many are changed at once. */
const most = 60;

/** What one distance for several customers would lead to; whoever is not theirs to set is left out. */
export async function loadCadences(
  trip: Trip,
  person: Person,
  wish: CadencesWish,
): Promise<CadencesLook> {
  const lines: CadenceLine[] = [];
  for (const { transitionId, phase } of await listSettable(trip, person, wish.customerIds)) {
    const change = { rung: wish.rung };
    const preview = await previewLine(trip, { transitionId, change });
    lines.push({ transitionId, preview, isLater: !belongs(wish.rung, phase) });
  }
  return { ...wish, lines };
}

/** The cadences of these customers that this person may set, in the order of their names. */
export async function listSettable(
  { tx }: Pick<Trip, 'tx'>,
  person: Person,
  customerIds: readonly string[],
) {
  const rows = await tx.customer.findMany({
    where: { id: { in: customerIds.slice(0, most) } },
    orderBy: { name: 'asc' },
  });
  const mine = rows
    .map(customerFrom)
    .filter(({ id: customerId, managerId }) =>
      mayDo('cadence', person, { customerId, managerId, placeCustomerId: null }),
    );
  const inCare = { customerId: { in: mine.map(({ id }) => id) }, phase: { not: 'graduated' } };
  const transitions = await tx.transition.findMany({
    where: inCare,
    orderBy: { windowFrom: 'asc' },
  });
  const asked = await tx.cadence.findMany({
    where: { transitionId: { in: transitions.map(({ id }) => id) } },
    select: { transitionId: true },
  });
  const known = new Set(asked.map(({ transitionId }) => transitionId));
  return mine.flatMap(({ id }) =>
    transitions
      .filter(one => one.customerId === id && known.has(one.id))
      .map(row => transitionFrom(row))
      .map(({ id: transitionId, phase }) => ({ transitionId, phase })),
  );
}
