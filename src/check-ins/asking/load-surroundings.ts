import { findSharedPlace } from '../../customers/find-places.ts';
import { unseen } from '../../delivery/message-state.ts';
import { unresolved } from '../../paging/page/page-state.ts';
import type { Trip } from '../../shared/database.ts';
import { inZone } from '../../shared/time.ts';
import { milestoneKinds } from '../../timeline/event.ts';
import type { Scene } from '../cadence/scene.ts';
import type { Surroundings, Unprompted } from '../cadence/verdict.ts';
import { countPromised } from './count-promised.ts';
import { listOpenCheckIns } from './list-open-check-ins.ts';
import { lockBudget } from './lock-budget.ts';
import { silenceRule, silenceTaskKeyPrefix, silenceTaskKind } from './silence.ts';

/** Looks around before a check-in: what else is going on with this customer. */
export async function loadSurroundings(trip: Trip, scene: Scene): Promise<Surroundings> {
  const { tx } = trip;
  const { transition, customer } = scene;
  const place = await findSharedPlace(tx, customer.id);
  const pages = await tx.page.count({
    where: { customerId: customer.id, ...unresolved },
  });
  const open = await listOpenCheckIns(tx, customer.id);
  const { restingSince, stopped } = scene.cadence;
  return {
    hasOpenCheckIn: open.some(one => one.transitionId === transition.id),
    hasOpenPage: pages > 0,
    hasPlace: place !== null,
    unprompted: await loadUnprompted(trip, scene),
    isFollowedUp: await isFollowedUp(trip, scene),
    milestoneAt: restingSince ? await findMilestoneAt(trip, scene) : null,
    silenceClosedAt: restingSince ? await findSilenceClosedAt(trip, scene, restingSince) : null,
    wentOnAt: stopped ? await findWentOnAt(trip, scene) : null,
  };
}

/**
 * Messages nobody had asked for, to this customer's place or people, today and since the window closed, with those that
 * another change of theirs was promised and that are still to come. Nobody else adds to them until this trip ends.
 */
export async function loadUnprompted(trip: Trip, scene: Scene): Promise<Unprompted> {
  const { tx, now } = trip;
  const { customer, transition } = scene;
  await lockBudget(trip, customer.id);
  const today = inZone(now, customer.timeZone).startOf('day').toJSDate();
  const wasLive = transition.phase === 'settling' && transition.phaseSince > today;
  const sent = await tx.message.aggregate({
    _count: true,
    _max: { createdAt: true },
    where: {
      customerId: customer.id,
      lane: 'check-ins',
      audience: 'shared',
      createdAt: { gte: wasLive ? transition.phaseSince : today, lte: now },
      state: { notIn: [...unseen] },
    },
  });
  const day = { customerId: customer.id, timeZone: customer.timeZone };
  const promised = await countPromised(trip, { ...day, exceptTransitionId: transition.id });
  return { today: sent._count + promised, lastAt: sent._max.createdAt };
}

async function isFollowedUp({ tx }: Trip, { customer, cadence }: Scene): Promise<boolean> {
  if (cadence.dueFor !== 'follow-up' || !cadence.heardAt) return false;
  const asked = await tx.checkIn.count({
    where: { customerId: customer.id, askedAt: { gt: cadence.heardAt } },
  });
  return asked > 0;
}

async function findMilestoneAt(
  { tx }: Trip,
  { transition, customer }: Scene,
): Promise<Date | null> {
  const event = await tx.event.findFirst({
    where: {
      customerId: customer.id,
      transitionId: transition.id,
      kind: { in: milestoneKinds },
    },
    orderBy: { recordedAt: 'desc' },
    select: { recordedAt: true },
  });
  return event?.recordedAt ?? null;
}

async function findSilenceClosedAt(
  { tx }: Trip,
  { customer, transition }: Scene,
  since: Date,
): Promise<Date | null> {
  const task = await tx.task.findFirst({
    where: {
      customerId: customer.id,
      kind: silenceTaskKind,
      closedAt: { gte: since },
      key: { startsWith: silenceTaskKeyPrefix(transition.id) },
    },
    orderBy: { closedAt: 'desc' },
  });
  const page = await tx.page.findFirst({
    where: { customerId: customer.id, rule: silenceRule, resolvedAt: { gte: since } },
    orderBy: { resolvedAt: 'desc' },
  });
  const closed = [task?.closedAt, page?.resolvedAt].flatMap(at => (at ? [at.getTime()] : []));
  return closed.length > 0 ? new Date(Math.max(...closed)) : null;
}

/** The customer said stop, was asked whether that is the end, and declined. */
async function findWentOnAt({ tx }: Trip, { transition, customer }: Scene): Promise<Date | null> {
  const declined = await tx.event.findFirst({
    where: { customerId: customer.id, transitionId: transition.id, kind: 'graduation.declined' },
    orderBy: { seq: 'desc' },
  });
  const stopped = await tx.event.findFirst({
    where: {
      customerId: customer.id,
      transitionId: transition.id,
      kind: 'cadence.changed',
      data: { path: ['wish'], equals: 'stop' },
    },
    orderBy: { seq: 'desc' },
  });
  if (!declined || (stopped && stopped.seq > declined.seq)) return null;
  return declined.recordedAt;
}
