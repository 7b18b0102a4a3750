import { assess } from '../../../confidence/assessment.ts';
import { getKnown } from '../../../confidence/get-known.ts';
import type { Trip } from '../../../shared/database.ts';
import { hour, plus } from '../../../shared/time.ts';
import { findCurrentTransition } from '../../../transitions/find-transition.ts';
import { listMilestones } from '../../../transitions/list-milestones.ts';
import { type Transition, transitionFrom } from '../../../transitions/transition.ts';
import type { Confidence, Strip } from './strip.ts';

type Read = Pick<Trip, 'tx' | 'now'>;

/** Where a customer's change stands; of several the most urgent, without any null. */
export async function loadStrip(read: Read, customerId: string): Promise<Strip | null> {
  const { tx } = read;
  const transition = await findTransition(read, customerId);
  if (!transition) return null;
  const cadence = await tx.cadence.findUnique({ where: { transitionId: transition.id } });
  return {
    transition,
    milestones: await listMilestones(tx, [transition.id]),
    confidence: await loadConfidence(read, transition.id),
    nextCheckIn: cadence?.stopped ? null : (cadence?.dueAt ?? null),
  };
}

/** The current one, or the last one that ended. */
async function findTransition({ tx, now }: Read, customerId: string): Promise<Transition | null> {
  const current = await findCurrentTransition(tx, customerId, now);
  if (current) return current;
  const last = await tx.transition.findFirst({
    where: { customerId },
    orderBy: { windowUntil: 'desc' },
  });
  return last ? transitionFrom(last) : null;
}

const courseSteps = 42;
const stepHours = 8;

async function loadConfidence(read: Read, transitionId: string): Promise<Confidence> {
  const known = await getKnown(read, transitionId);
  const at = (instant: Date) => assess(known.outlook, known, instant).confidence;
  const course: number[] = [];
  for (let step = courseSteps; step > 0; step -= 1)
    course.push(at(plus(read.now, -step * stepHours * hour)));
  const { confidence, reasons } = assess(known.outlook, known, read.now);
  return { now: confidence, course: [...course, confidence], reasons };
}
