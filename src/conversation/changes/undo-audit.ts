import { rungWords } from '../../check-ins/cadence/cadence.ts';
import { loadScene } from '../../check-ins/cadence/load-scene.ts';
import { didText } from '../../check-ins/changes/did-text.ts';
import { undoChange } from '../../check-ins/changes/undo-change.ts';
import { findPerson } from '../../customers/find-person.ts';
import { internal, type Text, time } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { listCustomerNames } from '../naming/list-customer-names.ts';
import { listTogether } from './list-together.ts';

/** How many check-ins are told of one by one. */
const shownAtMost = 5;

/** Takes back a change, with everything that was changed by the same word; returns what that was, and what holds now. */
export async function undoAudit(
  trip: Trip,
  auditId: string,
  byId: string,
): Promise<Text<'internal'>[]> {
  const { tx } = trip;
  const ids = await listTogether(trip, auditId);
  const audits = await tx.audit.findMany({ where: { id: { in: ids } }, orderBy: { seq: 'asc' } });
  const customerIds = [...new Set(audits.flatMap(each => each.customerId ?? []))];
  const names = await listCustomerNames(tx, customerIds);
  for (const { id } of audits) await undoChange(trip, { auditId: id, byId });
  const [first] = audits;
  const person = await findPerson(tx, first?.actorId);
  const did = first ? didText(first.before, first.after) : internal`nothing`;
  const lines = [
    internal`Taken back for ${names.join(', ')}: ${person?.name ?? 'somebody'} ${did}.`,
  ];
  for (const { subject } of audits.slice(0, shownAtMost)) lines.push(await nowText(trip, subject));
  return lines;
}

/** "Northwind: check-ins every 2 days now, the next Tue 10:00." */
async function nowText(trip: Trip, transitionId: string): Promise<Text<'internal'>> {
  const { customer, cadence } = await loadScene(trip, transitionId);
  const { rung, dueAt, lastReason, pausedUntil } = cadence;
  const next = dueAt ? internal`the next ${time(dueAt)}` : internal`${lastReason}`;
  const isPaused = pausedUntil !== null && pausedUntil > trip.now;
  const paused = isPaused ? internal` Paused until ${time(pausedUntil)}.` : internal``;
  return internal`${customer.name}: check-ins ${rungWords(rung)} now, ${next}.${paused}`;
}
