import { phaseChanged } from '../check-ins/asking/start-cadence.ts';
import { checkInPolicy } from '../check-ins/cadence/policy.ts';
import type { Trip } from '../shared/database.ts';
import { transitionFrom } from '../transitions/transition.ts';
import { chunksOf } from './chunks.ts';
import { inChunks } from './in-chunks.ts';

/**
 * Gives new transitions their check-ins. The rows ask for a fresh plan, which the engine makes for each in
 * a short trip of its own: planning a thousand here would hold everything else up.
 */
export async function beginCadences(
  { tx, now }: Trip,
  transitionIds: ReadonlySet<string>,
): Promise<void> {
  const rows = await inChunks([...transitionIds], some =>
    tx.transition.findMany({ where: { id: { in: some } } }),
  );
  const cadences = rows.map(transitionFrom).map(({ id, customerId, phase }) => {
    const rung = checkInPolicy.phases[phase].start;
    return {
      transitionId: id,
      customerId,
      rung,
      toldRung: rung,
      lastReason: phaseChanged,
      dueAt: now,
    };
  });
  for (const some of chunksOf(cadences)) {
    await tx.cadence.createMany({ data: some, skipDuplicates: true });
  }
}
