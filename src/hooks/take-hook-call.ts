import { raisePage } from '../paging/raise-page.ts';
import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import { notifyAskers } from '../situation/notify-askers.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { recordExternalEvent } from '../timeline/record-external-event.ts';
import { moveMilestone } from '../transitions/move-milestone.ts';
import type { Deed } from './deed.ts';
import { findHook } from './find-hook.ts';
import type { HookCall } from './hook-call.ts';
import { readDeeds } from './read-deeds.ts';

/** Does what another system's payload comes to. Told twice, it is done once; a door that is gone meanwhile does nothing. */
export async function takeHookCall(trip: Trip, call: HookCall): Promise<void> {
  const hook = await findHook(trip.tx, call.hook.name);
  if (!hook) return;
  for (const deed of readDeeds(hook, call, trip.now)) {
    if (deed.kind === 'nothing') continue;
    const known = await trip.tx.customer.count({ where: { id: deed.customerId } });
    if (known > 0) await carryOut(trip, deed);
  }
}

async function carryOut(trip: Trip, deed: Deed): Promise<void> {
  switch (deed.kind) {
    case 'event':
      return record(trip, deed);
    case 'move':
      return move(trip, deed);
    case 'page':
      return page(trip, deed);
    default:
      unreachable(deed);
  }
}

type DeedOf<K extends Deed['kind']> = Extract<Deed, { kind: K }>;

async function record(trip: Trip, deed: DeedOf<'event'>): Promise<void> {
  const { customerId, once: externalId, text, visibility, label, at } = deed;
  const fact = { customerId, externalId, text, visibility, ...(at && { at }) };
  const { outcome } = await recordExternalEvent(trip, { ...fact, ...(label && { label }) });
  if (outcome === 'recorded' && visibility === 'shared') await notifyAskers(trip, customerId);
}

async function move(trip: Trip, deed: DeedOf<'move'>): Promise<void> {
  const { customerId, transition, step, to, reason, at } = deed;
  const milestoneId = `${customerId}/${transition}/${step}`;
  const isKnown = (await trip.tx.milestone.count({ where: { id: milestoneId } })) > 0;
  if (!isKnown) return noteUnmoved(trip, deed, 'there is no such step');
  const moved = await moveMilestone(trip, {
    milestoneId,
    to,
    byId: null,
    reason,
    ...(at && { at }),
  });
  if (moved.outcome === 'refused') return noteUnmoved(trip, deed, `it is ${moved.from}`);
  if (moved.outcome === 'moved') await notifyAskers(trip, customerId);
}

/** Nothing another system says is lost without a word: the vendor reads why it changed nothing. */
async function noteUnmoved(trip: Trip, deed: DeedOf<'move'>, why: string): Promise<void> {
  const { customerId, once: externalId, transition, step, to } = deed;
  const text = `Another system said that "${step}" of ${transition} is ${to}. Nothing was changed: ${why}.`;
  await recordEvent(trip, {
    customerId,
    externalId,
    text,
    kind: 'external',
    visibility: 'internal',
    data: {},
  });
}

async function page(trip: Trip, deed: DeedOf<'page'>): Promise<void> {
  const { tx, now } = trip;
  const { customerId, once: externalId, reason, weight, visibility, transition: key } = deed;
  const where = { customerId_externalId: { customerId, externalId } };
  if (await tx.pageCallIn.findUnique({ where })) return;
  const during = key === null ? null : { customerId_key: { customerId, key } };
  const transition = during && (await tx.transition.findUnique({ where: during }));
  const { pageId } = await raisePage(trip, {
    customerId,
    ...(transition && { transitionId: transition.id }),
    raisedBy: 'api',
    words: reason,
    weight,
    isShared: visibility === 'shared',
  });
  await tx.pageCallIn.create({
    data: { customerId, externalId, pageId, print: externalId, at: now },
  });
}
