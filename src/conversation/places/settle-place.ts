import { changeOwner } from '../../customers/change-owner.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import { internal } from '../../delivery/audience.ts';
import type { Json, Trip } from '../../shared/database.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import { parkQueued } from './park-queued.ts';
import { placeName, readersWords, reasons } from './place-report.ts';
import type { Settlement } from './settlement.ts';

/**
 * A vendor person has looked and says whose a place is and who reads it: whoever reads it now is settled,
 * and we speak there. A place that others read is never ours alone.
 */
export async function settlePlace(
  trip: Trip,
  settlement: Settlement,
  byId: string,
): Promise<Reply[]> {
  const { tx } = trip;
  const { placeId, customerId, audience } = settlement;
  // A platform's word about its readers, coming at the same moment, waits or is waited for.
  await tx.$queryRaw`SELECT id FROM place WHERE id = ${placeId} FOR UPDATE`;
  const before = await tx.place.findUniqueOrThrow({ where: { id: placeId } });
  const customer = await getCustomer(tx, customerId);
  const name = placeName(before);
  const readers = readersWords(before.outside);
  if (audience === 'internal' && before.outside.length > 0)
    return [
      privateNote(
        internal`${name} can't be internal: it is read by ${readers}. If that is ${customer.name}, say "shared"; else disconnect them first.`,
      ),
    ];
  const isGone = before.parkedReason === reasons.left || before.parkedReason === reasons.archived;
  const parkedReason = isGone ? before.parkedReason : null;
  const after = { customerId, audience, settled: before.outside, parkedReason };
  const isOther = before.customerId !== customerId || before.audience !== audience;
  if (isOther) await parkQueued(trip, placeId, 'It is for other readers now.');
  await tx.place.update({ where: { id: placeId }, data: after });
  await changeOwner(trip, { placeId, before: before.customerId, after: customerId });
  const said = `${name} as ${audience}, read by ${readers}`;
  await writeAudit(trip, { before, after: { ...after, said }, placeId, byId });
  if (audience === 'shared' && !isGone) await lookAgain(trip, customerId);
  if (isGone)
    return [
      privateNote(
        internal`${name} is ${customer.name}'s. I can't speak there: ${parkedReason ?? ''}`,
      ),
    ];
  const told =
    audience === 'shared'
      ? internal`✅ ${name} is ${customer.name}'s, and they read it (${readers}). I speak there from now on.`
      : internal`✅ ${name} is ours, about ${customer.name}: ${readers} reads it. I speak there from now on.`;
  return [privateNote(told)];
}

interface Settled {
  readonly before: {
    readonly customerId: string | null;
    readonly audience: string;
    readonly settled: readonly string[];
    readonly parkedReason: string | null;
  };
  readonly after: {
    readonly customerId: string;
    readonly audience: string;
    readonly settled: string[];
    readonly parkedReason: string | null;
    readonly said: string;
  };
  readonly placeId: string;
  readonly byId: string;
}

async function writeAudit(
  { tx, now, random }: Trip,
  { before, after, placeId, byId }: Settled,
): Promise<void> {
  const { customerId, audience, settled, parkedReason } = before;
  const was: Json = { customerId, audience, settled: [...settled], parkedReason };
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: 'place.settle',
      customerId: after.customerId,
      subject: placeId,
      before: was,
      after,
    },
  });
}

/** Whoever could not be welcomed for want of a place is, as soon as the transition is looked at again: now. */
async function lookAgain({ tx, now }: Trip, customerId: string): Promise<void> {
  await tx.transition.updateMany({
    where: { customerId, phase: { not: 'graduated' } },
    data: { dueAt: now },
  });
}
