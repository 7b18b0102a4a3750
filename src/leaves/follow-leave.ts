import type { Customer } from '../customers/customer.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import type { Card } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { nextBusinessTime } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { earliest, plus, second } from '../shared/time.ts';
import { moveTask } from '../tasks/move-task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { type LeaveStep, nextStep, standInStates } from './leave.ts';
import { awayCard, backCard, returnPack, standInPack } from './leave-card.ts';
import { loadPack } from './load-pack.ts';

/** One customer whose advocate is away, with everybody by name. */
interface Cover {
  readonly id: string;
  readonly customer: Customer;
  readonly personId: string;
  readonly awayName: string;
  readonly standInId: string;
  readonly standInName: string;
  readonly from: Date;
  readonly until: Date;
  readonly moved: readonly string[];
}

/** Engine handler: a stand-in begins with everything they need, the customer is told, and the same way back. */
export async function followLeave(trip: Trip, id: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.standIn.findUniqueOrThrow({ where: { id } });
  const state = standInStates.find(known => known === row.state) ?? 'over';
  const customer = await findCustomer(tx, row.customerId);
  const away = await findPerson(tx, row.personId);
  const standIn = await findPerson(tx, row.standInId);
  if (!customer || !away || !standIn?.active) {
    await tx.customer.updateMany({ where: { id: row.customerId }, data: { standInId: null } });
    await tx.standIn.update({ where: { id }, data: { state: 'cancelled', dueAt: null } });
    return;
  }
  const cover = { ...row, customer, awayName: away.name, standInName: standIn.name };
  await steps[nextStep({ state, until: row.until }, now)](trip, cover);
}

const steps: Readonly<Record<LeaveStep, (trip: Trip, cover: Cover) => Promise<void>>> = {
  begin,
  'tell-away': tellAway,
  end,
  'tell-back': tellBack,
  nothing: async ({ tx }, { id }) => {
    await tx.standIn.update({ where: { id }, data: { dueAt: null } });
  },
};

async function begin(trip: Trip, cover: Cover): Promise<void> {
  const { tx, now } = trip;
  const { id, customer, personId, standInId, awayName, until } = cover;
  await tx.customer.update({ where: { id: customer.id }, data: { standInId } });
  const moved = await tx.task.findMany({
    where: { customerId: customer.id, assigneeId: personId, state: 'open' },
    select: { id: true },
  });
  for (const task of moved) await moveTask(trip, task.id, standInId);
  const { brief, more } = await loadPack(trip, customer.id);
  const pack = { customerId: customer.id, customerName: customer.name, brief, more };
  await hand(trip, cover, {
    to: standInId,
    card: standInPack({ ...pack, otherName: awayName, until }),
  });
  await recordChange(trip, cover, `${cover.standInName} stands in for ${awayName}.`);
  const data = { state: 'begun', moved: moved.map(task => task.id) };
  const dueAt = nextBusinessTime(plus(now, second), customer);
  await tx.standIn.update({
    where: { id },
    data: { ...data, dueAt: earliest([dueAt, until]) },
  });
}

async function tellAway(trip: Trip, cover: Cover): Promise<void> {
  const { id, customer, awayName, standInName, until } = cover;
  await tellCustomer(trip, cover, {
    key: `away:${id}`,
    card: awayCard({ customerId: customer.id, awayName, standInName, until }),
  });
  await trip.tx.standIn.update({ where: { id }, data: { state: 'told', dueAt: until } });
}

async function end(trip: Trip, cover: Cover): Promise<void> {
  const { tx, now } = trip;
  const { id, customer, personId, awayName, standInId, standInName, from } = cover;
  const { state } = await tx.standIn.findUniqueOrThrow({ where: { id } });
  await tx.customer.update({ where: { id: customer.id }, data: { standInId: null } });
  const theirs = { assigneeId: standInId, state: 'open', customerId: customer.id };
  const open = await tx.task.findMany({
    where: { ...theirs, OR: [{ id: { in: [...cover.moved] } }, { createdAt: { gte: from } }] },
    select: { id: true },
  });
  for (const task of open) await moveTask(trip, task.id, personId);
  const { brief, more } = await loadPack(trip, customer.id, from);
  const pack = { customerId: customer.id, customerName: customer.name, brief, more };
  await hand(trip, cover, {
    to: personId,
    card: returnPack({ ...pack, otherName: standInName, since: from }),
  });
  await recordChange(trip, cover, `${awayName} is back.`);
  const isKnown = state === 'told';
  const data = isKnown
    ? { state: 'back', dueAt: nextBusinessTime(plus(now, second), customer) }
    : { state: 'over', dueAt: null };
  await tx.standIn.update({ where: { id }, data });
}

async function tellBack(trip: Trip, cover: Cover): Promise<void> {
  const { id, customer, awayName, standInName } = cover;
  await tellCustomer(trip, cover, {
    key: `back:${id}`,
    card: backCard({ customerId: customer.id, awayName, standInName }),
  });
  await trip.tx.standIn.update({ where: { id }, data: { state: 'over', dueAt: null } });
}

async function hand(
  trip: Trip,
  { id }: Cover,
  { to, card }: { readonly to: string; readonly card: Card<'internal'> },
): Promise<void> {
  await sendMessage(trip, {
    key: `leave:${id}:${to}:${trip.now.getTime()}`,
    lane: 'replies',
    to: { personId: to },
    card,
  });
}

async function tellCustomer(
  trip: Trip,
  { customer }: Cover,
  { key, card }: { readonly key: string; readonly card: Card<'shared'> },
): Promise<void> {
  const place = await findSharedPlace(trip.tx, customer.id);
  if (!place) return;
  await sendMessage(trip, {
    key: `leave:${key}`,
    lane: 'replies',
    to: { placeId: place.id },
    card,
  });
}

async function recordChange(trip: Trip, { customer }: Cover, text: string): Promise<void> {
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'advocate.changed',
    visibility: 'internal',
    text,
  });
}
