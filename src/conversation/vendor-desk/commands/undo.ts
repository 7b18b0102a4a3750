import { findCustomer } from '../../../customers/find-customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { actorOf } from '../../arrival/turn.ts';
import { cancelChange } from '../../changes/cancel-change.ts';
import { listTogether } from '../../changes/list-together.ts';
import { undoAudit } from '../../changes/undo-audit.ts';
import { findNamedCustomer } from '../../naming/find-named-customer.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';

/** `undo`: takes back this person's last change; `undo northwind`: the last change of that customer. */
export async function undo(trip: Trip, command: Command): Promise<Reply[]> {
  const { tx } = trip;
  const named =
    command.said.trim() === '' ? null : await findNamedCustomer(trip, command.turn, command.said);
  if (named && named.kind !== 'one')
    return [privateNote(internal`Which customer? Type "undo", or "undo" and its name.`)];
  const whose = named ? { customerId: named.customer.id } : { actorId: command.actor.id };
  const audit = await tx.audit.findFirst({
    where: { ...whose, action: 'cadence.change', undoneAt: null },
    orderBy: { seq: 'desc' },
  });
  if (!named && (await cancelNewest(trip, command.actor.id, audit?.at ?? null)))
    return [privateNote(internal`Cancelled before it was done. Everything stays as it was.`)];
  if (!audit)
    return [
      named && !(await mayUndo(trip, command, [named.customer.id]))
        ? refusal()
        : privateNote(
            named
              ? internal`There is nothing to take back.`
              : internal`There is nothing of yours to take back. "undo northwind" takes back the last change to a customer, whoever made it.`,
          ),
    ];
  const ids = await listTogether(trip, audit.id);
  const audits = await tx.audit.findMany({ where: { id: { in: ids } } });
  const customerIds = [...new Set(audits.flatMap(each => each.customerId ?? []))];
  if (!(await mayUndo(trip, command, customerIds))) return [refusal()];
  return [privateNote(...(await undoAudit(trip, audit.id, command.actor.id)))];
}

/** A change that was shown after the last one was made comes first: it is cancelled, and not made a minute later. */
async function cancelNewest(trip: Trip, actorId: string, made: Date | null): Promise<boolean> {
  const shown = await trip.tx.pendingChange.findFirst({
    where: { actorId, state: 'waiting', createdAt: made ? { gte: made } : undefined },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return shown !== null && (await cancelChange(trip, shown.id)) === 'cancelled';
}

async function mayUndo(
  { tx }: Trip,
  { turn }: Command,
  customerIds: readonly string[],
): Promise<boolean> {
  for (const customerId of customerIds) {
    const customer = await findCustomer(tx, customerId);
    const about = { customerId, managerId: customer?.managerId ?? null, placeCustomerId: null };
    if (!mayDo('undo', actorOf(turn), about)) return false;
  }
  return customerIds.length > 0;
}
