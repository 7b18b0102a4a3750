import { callsAt } from '../paging/ladder/chase.ts';
import type { Roster } from '../paging/ladder/roster.ts';
import type { Trip } from '../shared/database.ts';
import { minute, plus } from '../shared/time.ts';
import type { Drill, DrillCall } from './drill.ts';

export interface NextLevel {
  readonly drill: Pick<Drill, 'id' | 'policy'>;
  readonly roster: Roster;
  readonly calls: readonly DrillCall[];
  /** The first level to look at. */
  readonly from: number;
}

/** Plans the calls of the next level that has anybody; false when no level is left. Nobody is called twice for one drill. */
export async function planDrillCalls(
  trip: Trip,
  { drill, roster, calls, from }: NextLevel,
): Promise<boolean> {
  const { tx, now, random } = trip;
  const called = calls.map(call => ({ ...call, round: 0 }));
  const chase = { escalation: { ...drill.policy, firstRound: 0 }, roster, called };
  for (let level = from; level < drill.policy.levels.length; level += 1) {
    const planned = callsAt(chase, { level, round: 0 }, now);
    if (planned.length === 0) continue;
    await tx.drillCall.createMany({
      data: planned.map(({ personId, via, address, dueAt }) => {
        const id = random.id();
        const messageKey = `drill-call:${id}`;
        return {
          id,
          drillId: drill.id,
          personId,
          level,
          via,
          address,
          messageKey,
          dueAt,
          state: 'planned',
        };
      }),
    });
    const waitMinutes = Math.max(drill.policy.levels[level]?.waitMinutes ?? 0, 0.25);
    const dueAt = plus(now, waitMinutes * minute);
    await tx.drill.update({ where: { id: drill.id }, data: { level, dueAt } });
    return true;
  }
  return false;
}
