import { findCustomer } from '../customers/find-customer.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { unseen } from '../delivery/message-state.ts';
import { unresolved } from '../paging/page/page-state.ts';
import type { Trip } from '../shared/database.ts';
import { inZone } from '../shared/time.ts';
import type { SurveyScene } from './moment.ts';
import type { SurveyKind } from './survey.ts';

interface Planned {
  readonly kind: SurveyKind;
  readonly customerId: string;
  readonly plannedAt: Date;
}

/** What goes on around a customer who is to be asked how it was; null when they are no customer any more. */
export async function loadScene(
  trip: Trip,
  { kind, customerId, plannedAt }: Planned,
): Promise<SurveyScene | null> {
  const { tx, now } = trip;
  const customer = await findCustomer(tx, customerId);
  if (!customer) return null;
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
    kind,
    plannedAt,
    hasPlace: (await findSharedPlace(tx, customerId)) !== null,
    isLeftAlone: alone > 0,
    openTrouble: transitions.some(({ phase }) => phase === 'live')
      ? 'a window is open'
      : await findTrouble(trip, customerId, transitionIds),
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
    heardAt: last?.heardAt ?? null,
    working: customer,
  };
}

async function findTrouble(
  { tx }: Trip,
  customerId: string,
  transitionIds: readonly string[],
): Promise<string | null> {
  if ((await tx.page.count({ where: { customerId, ...unresolved } })) > 0) return 'a page is open';
  const worries = { customerId, kind: 'worried', state: 'open' };
  if ((await tx.task.count({ where: worries })) > 0) return 'a worry is open';
  const late = { transitionId: { in: [...transitionIds] }, state: 'late' };
  return (await tx.milestone.count({ where: late })) > 0 ? 'a step is late' : null;
}
