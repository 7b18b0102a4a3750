import { findPerson } from '../../customers/find-person.ts';
import type { DeliveryReport } from '../../delivery/report.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, since } from '../../shared/time.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { lockPage } from '../page/page-lock.ts';
import { planCalls } from './plan-calls.ts';

/** A second call within so long passes "do not disturb" on most phones. */
const callAgainWithin = 3 * minute;

/**
 * Writes down what a carrier says of a message. What never reached anybody is handled like a call that failed, at once;
 * a telephone nobody picked up rings once more.
 */
export async function hearCarrier(
  trip: Trip,
  { messageId, outcome, detail }: DeliveryReport['report'],
): Promise<void> {
  const { tx, now } = trip;
  const message = await tx.message.findUnique({ where: { id: messageId } });
  // Whoever answered was reached, whatever a late report says.
  if (!message || message.outcome === 'answered' || message.outcome === outcome) return;
  const isLost = outcome === 'undelivered';
  await tx.message.update({
    where: { id: messageId },
    data: {
      outcome,
      outcomeAt: now,
      ...(isLost && { reason: detail ?? 'the carrier could not deliver it' }),
      ...(isLost && message.lane === 'pages' && { failureDueAt: now }),
    },
  });
  if (outcome === 'no-answer') await callAgain(trip, message);
}

async function callAgain(
  trip: Trip,
  { key, createdAt }: { readonly key: string; readonly createdAt: Date },
): Promise<void> {
  const { tx, now } = trip;
  const call = await tx.pageCall.findUnique({ where: { messageKey: key } });
  if (!call) return;
  const page = await lockPage(trip, call.pageId);
  if (page.state !== 'open' || call.state !== 'called') return;
  if (since(createdAt, now) > callAgainWithin) return;
  const { pageId, personId, via, address, level, round } = call;
  const sameCalls = { pageId, personId, via, address, level, round };
  if ((await tx.pageCall.count({ where: sameCalls })) > 1) return;
  await planCalls(trip, {
    page,
    position: { level, round },
    calls: [{ personId, via, address, dueAt: now }],
  });
  const person = await findPerson(tx, personId);
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.escalated',
    visibility: 'internal',
    text: `${person?.name ?? personId} did not answer the phone; it rings once more`,
    data: { pageId, callId: call.id },
  });
}
