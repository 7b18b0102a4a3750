import { countPromised } from '../check-ins/asking/count-promised.ts';
import { lockBudget } from '../check-ins/asking/lock-budget.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { unseen } from '../delivery/message-state.ts';
import { unresolved } from '../paging/page/page-state.ts';
import type { Trip } from '../shared/database.ts';
import { inZone } from '../shared/time.ts';
import type { UnpromptedScene } from './moment.ts';

export type PlannedMoment = Pick<UnpromptedScene, 'plannedAt' | 'keeps'> & {
  readonly customerId: string;
  /** It is said although a worry is open: it may be the answer. */
  readonly mayAnswerWorry?: true;
};

/** What goes on around a customer who is to hear something unasked; null when they are no customer any more. */
export async function loadScene(
  trip: Trip,
  { customerId, plannedAt, keeps, mayAnswerWorry }: PlannedMoment,
): Promise<UnpromptedScene | null> {
  const { tx, now } = trip;
  const customer = await findCustomer(tx, customerId);
  if (!customer) return null;
  await lockBudget(trip, customerId);
  const today = inZone(now, customer.timeZone).startOf('day').toJSDate();
  const transitions = await tx.transition.findMany({
    where: { customerId, phase: { not: 'graduated' } },
    select: { id: true, phase: true },
  });
  const transitionIds = transitions.map(({ id }) => id);
  const last = await tx.cadence.findFirst({
    where: { customerId, heardAt: { not: null } },
    orderBy: { heardAt: 'desc' },
  });
  const alone = await tx.cadence.count({
    where: {
      transitionId: { in: transitionIds },
      OR: [{ stopped: true }, { restingSince: { not: null } }, { pausedUntil: { gt: now } }],
    },
  });
  return {
    plannedAt,
    keeps,
    hasPlace: (await findSharedPlace(tx, customerId)) !== null,
    isLeftAlone: alone > 0,
    openTrouble: transitions.some(({ phase }) => phase === 'live')
      ? 'a window is open'
      : await findTrouble(trip, { customerId, transitionIds, mayAnswerWorry }),
    // The same lane as check-ins: one budget for everything nobody asked for.
    unpromptedToday: await tx.message.count({
      where: {
        customerId,
        lane: 'check-ins',
        audience: 'shared',
        createdAt: { gte: today, lte: now },
        state: { notIn: [...unseen] },
      },
    }),
    promisedToday: await countPromised(trip, {
      customerId,
      timeZone: customer.timeZone,
      exceptTransitionId: null,
    }),
    heardAt: last?.heardAt ?? null,
    working: customer,
  };
}

interface Around {
  readonly customerId: string;
  readonly transitionIds: readonly string[];
  readonly mayAnswerWorry?: true | undefined;
}

async function findTrouble(
  { tx }: Trip,
  { customerId, transitionIds, mayAnswerWorry }: Around,
): Promise<string | null> {
  if ((await tx.page.count({ where: { customerId, ...unresolved } })) > 0) return 'a page is open';
  const worries = { customerId, kind: 'worried', state: 'open' };
  if (!mayAnswerWorry && (await tx.task.count({ where: worries })) > 0) return 'a worry is open';
  const late = { transitionId: { in: [...transitionIds] }, state: 'late' };
  return (await tx.milestone.count({ where: late })) > 0 ? 'a step is late' : null;
}
