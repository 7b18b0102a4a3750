import { assess } from '../../confidence/assessment.ts';
import { findKnown } from '../../confidence/get-known.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import type { Trip } from '../../shared/database.ts';
import { NotFoundError } from '../../shared/errors.ts';
import { findTransition } from '../../transitions/find-transition.ts';
import { cadenceFrom } from './cadence.ts';
import { type Exchange, usualTimeOf } from './habit.ts';
import { checkInPolicy } from './policy.ts';
import type { Scene } from './scene.ts';

/** Loads everything a decision about a transition's check-ins needs, or null while it has no cadence. */
export async function findScene(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
): Promise<Scene | null> {
  const row = await tx.cadence.findUnique({ where: { transitionId } });
  const transition = row ? await findTransition(tx, transitionId) : null;
  if (!row || !transition) return null;
  const customer = await getCustomer(tx, transition.customerId);
  const known = await findKnown({ tx, now }, { transition, customer });
  return {
    cadence: cadenceFrom(row),
    transition,
    customer,
    outlook: known.outlook,
    evidence: known.evidence,
    assessment: assess(known.outlook, known, now),
    isUnderway: (await countUnderway({ tx }, transitionId)) > 0,
    usualTime: usualTimeOf(await listExchanges({ tx }, transitionId), customer.timeZone),
  };
}

/** Like findScene; throws NotFoundError when there is none. */
export async function loadScene(
  trip: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
): Promise<Scene> {
  const scene = await findScene(trip, transitionId);
  if (!scene)
    throw new NotFoundError(`The transition "${transitionId}" has no check-ins. Import it first.`);
  return scene;
}

async function listExchanges({ tx }: Pick<Trip, 'tx'>, transitionId: string): Promise<Exchange[]> {
  const rows = await tx.checkIn.findMany({
    where: { transitionId, state: 'answered', rung: { in: Object.keys(checkInPolicy.rungDays) } },
    orderBy: { seq: 'desc' },
    take: checkInPolicy.habit.answers,
    select: { askedAt: true, answeredAt: true },
  });
  return rows.flatMap(({ askedAt, answeredAt }) =>
    askedAt && answeredAt ? [{ askedAt, answeredAt }] : [],
  );
}

async function countUnderway({ tx }: Pick<Trip, 'tx'>, transitionId: string): Promise<number> {
  return tx.milestone.count({
    where: { transitionId, state: { in: ['underway', 'late'] }, startedAt: { not: null } },
  });
}
