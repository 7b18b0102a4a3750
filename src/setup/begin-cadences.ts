import { phaseChanged } from '../check-ins/asking/start-cadence.ts';
import { checkInPolicy } from '../check-ins/cadence/policy.ts';
import type { Trip } from '../shared/database.ts';
import { transitionFrom } from '../transitions/transition.ts';
import { chunksOf } from './chunks.ts';
import { inChunks } from './in-chunks.ts';
import { insertion } from './insertion.ts';

interface CadenceRow {
  readonly transitionId: string;
  readonly customerId: string;
  readonly rung: string;
  readonly toldRung: string;
  readonly lastReason: string;
  readonly dueAt: Date;
}

const insertCadences = insertion<CadenceRow>('cadence', [
  'transitionId',
  'customerId',
  'rung',
  'toldRung',
  'lastReason',
  'dueAt',
]);

const insertAssessments = insertion<CadenceRow & { readonly confidence: number }>('assessment', [
  'transitionId',
  'customerId',
  'confidence',
  'dueAt',
]);

/**
 * Gives new transitions their check-ins and their confidence. The rows ask to be worked out, which the engine does for
 * each in a short trip of its own: planning a thousand here would hold everything else up.
 */
export async function beginCadences(
  { tx, now, run }: Trip,
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
    await run(insertCadences, [JSON.stringify(some)]);
    await run(insertAssessments, [JSON.stringify(some.map(one => ({ ...one, confidence: 0 })))]);
  }
}
