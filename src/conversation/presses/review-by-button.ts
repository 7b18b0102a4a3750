import { internal } from '../../delivery/audience.ts';
import { decideRequest } from '../../requests/decide-request.ts';
import { type Act, billedAmount } from '../../requests/decision.ts';
import type { ServiceRequest } from '../../requests/service-request.ts';
import { requestFrom } from '../../requests/stored-request.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../replies/reply.ts';
import { decidedText } from '../vendor-desk/decided-text.ts';
import type { CheckedPress } from './checked-press.ts';

/** A button under a request: what it can say by itself it does; for words of somebody's own it says how to type them. */
export async function reviewByButton(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { action, subject: requestId, customerId, turn } = press;
  const row = await trip.tx.serviceRequest.findUniqueOrThrow({ where: { id: requestId } });
  const act = actOf(action, requestFrom(row));
  if (typeof act === 'string') return [note(customerId, internal`${act}`)];
  const byId = turn.actor?.id ?? '';
  const decided = await decideRequest(trip, { requestId, act, byId, why: whyOf(act) });
  // Its card shows what was decided; only what is not possible, or leads on, is said.
  const isSeen = decided.kind === 'done' && (act.kind === 'approve' || act.kind === 'waive');
  return isSeen ? [] : [note(customerId, decidedText(decided, row.externalId, act.kind))];
}

function actOf(action: string, request: ServiceRequest): Act | string {
  const { work, findings, proposedMinor } = request;
  switch (action) {
    case 'request.approve':
      return { kind: 'approve' };
    case 'request.waive':
      return { kind: 'waive' };
    case 'request.query':
      if (findings.length === 0) return `What is to be asked? Type "query ${work.externalId}: …".`;
      return { kind: 'query', words: findings.map(({ says }) => says).join(' ') };
    default:
      if (proposedMinor === null || proposedMinor === billedAmount(request))
        return `What is wrong with it? Type "correct ${work.externalId} minutes 45 because …"; role, rate, amount, title and description go the same way.`;
      return { kind: 'correct', to: { amountMinor: proposedMinor } };
  }
}

function whyOf(act: Act): string | undefined {
  return act.kind === 'correct' ? 'The price by the contract.' : undefined;
}
