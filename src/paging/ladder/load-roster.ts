import type { Customer } from '../../customers/customer.ts';
import { listSchedules } from '../../on-call/list-schedules.ts';
import { loadKnown } from '../../reach/load-known.ts';
import type { Tx } from '../../shared/database.ts';
import type { Escalation } from './escalation.ts';
import { type Roster, rosterPersonFrom } from './roster.ts';
import type { Target } from './target.ts';

export interface RosterWish {
  readonly escalation: Escalation;
  /** People wanted besides those the escalation means. */
  readonly personIds?: readonly (string | null)[];
}

/** Everybody this escalation could call for this customer; of those outside the vendor only people of partners who work for this customer. */
export async function loadRoster(
  tx: Tx,
  customer: Customer,
  { escalation, personIds = [] }: RosterWish,
): Promise<Roster> {
  const targets = [...escalation.levels.flatMap(level => level.to), ...escalation.fallback];
  const { advocateId, backupId, salesId, managerId } = customer;
  const schedules = await listSchedules(tx, idsIn(targets, 'schedule'));
  const onDuty = schedules.flatMap(({ layers, overrides }) => [
    ...layers.flatMap(({ rotation }) => rotation.people),
    ...overrides.map(one => one.personId),
  ]);
  const named = [advocateId, backupId, salesId, managerId, ...personIds].filter(id => id !== null);
  const rows = await tx.person.findMany({
    where: {
      active: true,
      AND: [{ OR: [{ side: 'vendor' }, { side: 'partner', partnerOf: { has: customer.id } }] }],
      OR: [
        { id: { in: [...named, ...idsIn(targets, 'person'), ...onDuty] } },
        { side: 'vendor', skills: { hasSome: idsIn(targets, 'skill') } },
      ],
    },
    orderBy: { id: 'asc' },
  });
  const known = await loadKnown(
    tx,
    rows.map(({ id }) => id),
  );
  return {
    roles: { advocate: advocateId, backup: backupId, sales: salesId, manager: managerId },
    schedules,
    people: rows.map(row => rosterPersonFrom(row, known)),
  };
}

function idsIn(targets: readonly Target[], kind: 'person' | 'schedule' | 'skill'): string[] {
  return targets.flatMap(target => {
    if (kind === 'person' && 'person' in target) return [target.person];
    if (kind === 'schedule' && 'schedule' in target) return [target.schedule];
    if (kind === 'skill' && 'skill' in target) return [target.skill];
    return [];
  });
}
