import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { type Calibrated, calibrated, type Week, weeksOf } from './calibration.ts';
import { getKnown } from './get-known.ts';
import { confidencePolicy } from './policy.ts';

export interface CalibrationWish {
  /** Left out: all customers. */
  readonly customerIds?: readonly string[] | undefined;
  /** Windows that closed in this time; left out: as far as evidence is remembered, until now. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** How often weeks passed as quietly as was said, over transitions whose window closed in that time. */
export async function loadCalibration(
  trip: Pick<Trip, 'tx' | 'now'>,
  { customerIds, from, until }: CalibrationWish,
): Promise<Calibrated[]> {
  const { tx, now } = trip;
  const oldest = plus(now, -confidencePolicy.memoryDays * day);
  const transitions = await tx.transition.findMany({
    where: {
      ...(customerIds && { customerId: { in: [...customerIds] } }),
      windowUntil: { gte: from && from > oldest ? from : oldest, lt: until ?? now },
    },
    select: { id: true, phase: true, phaseSince: true },
  });
  const weeks: Week[] = [];
  for (const { id, phase, phaseSince } of transitions) {
    const { outlook, evidence } = await getKnown(trip, id);
    // Once the check-ins have ended, nobody asks, and a quiet week means nothing.
    const end = phase === 'graduated' ? phaseSince : now;
    weeks.push(...weeksOf(outlook, evidence, end));
  }
  return calibrated(weeks);
}
