import type { Card } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { type BriefChanges, changesText, changingKinds } from './brief-changes.ts';
import { briefCustomer } from './brief-customer.ts';

interface Reading {
  readonly customerId: string;
  readonly readerId: string;
}

/** A customer's brief as one of the vendor's people reads it: with what changed since they read it last. Notes that they did. */
export async function readBrief(trip: Trip, reading: Reading): Promise<Card<'internal'>> {
  const { tx, now } = trip;
  const { customerId, readerId: personId } = reading;
  const brief = await briefCustomer(trip, customerId);
  const people = await tx.person.findMany({
    where: { customerId, active: true },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const peopleIds = people.map(({ id }) => id);
  const changes = await loadChanges(trip, reading, peopleIds);
  const id = `${personId}/${customerId}`;
  await tx.briefReading.upsert({
    where: { id },
    create: { id, personId, customerId, readAt: now, peopleIds },
    update: { readAt: now, peopleIds },
  });
  if (!changes) return brief;
  const line = { label: 'Changed', text: changesText(changes) };
  return { ...brief, facts: [line, ...(brief.facts ?? [])] };
}

/** Null when they read it for the first time. */
async function loadChanges(
  { tx }: Trip,
  { customerId, readerId }: Reading,
  hereIds: readonly string[],
): Promise<BriefChanges | null> {
  const before = await tx.briefReading.findUnique({ where: { id: `${readerId}/${customerId}` } });
  if (!before) return null;
  const since = before.readAt;
  const rows = await tx.event.groupBy({
    by: ['kind'],
    where: { customerId, recordedAt: { gt: since }, kind: { in: changingKinds } },
    _count: true,
  });
  const named = async (ids: readonly string[]) =>
    (
      await tx.person.findMany({
        where: { id: { in: [...ids] } },
        select: { name: true },
        orderBy: { name: 'asc' },
      })
    ).map(({ name }) => name);
  return {
    since,
    counts: new Map(rows.map(({ kind, _count }) => [kind, _count])),
    came: await named(hereIds.filter(id => !before.peopleIds.includes(id))),
    left: await named(before.peopleIds.filter(id => !hereIds.includes(id))),
  };
}
