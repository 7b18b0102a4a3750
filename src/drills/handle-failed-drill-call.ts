import type { Trip } from '../shared/database.ts';

/** A call of a drill did not arrive: the person's next medium is used at once, as for a page. */
export async function handleFailedDrillCall(trip: Trip, messageId: string): Promise<void> {
  const { tx, now } = trip;
  await tx.message.update({ where: { id: messageId }, data: { failureDueAt: null } });
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
  const call = await tx.drillCall.findUnique({ where: { messageKey: message.key } });
  const wasReached = message.sentRevision > 0 && message.outcome !== 'undelivered';
  if (!call || wasReached || call.answeredAt) return;
  await tx.drillCall.update({ where: { id: call.id }, data: { state: 'failed' } });
  const { drillId, personId } = call;
  const next = await tx.drillCall.findFirst({
    where: { drillId, personId, state: 'planned' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  if (next) await tx.drillCall.update({ where: { id: next.id }, data: { dueAt: now } });
}
