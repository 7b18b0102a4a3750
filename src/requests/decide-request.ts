import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Json, Trip } from '../shared/database.ts';
import { moneyText } from '../shared/money.ts';
import { closeTask } from '../tasks/close-task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askDoer } from './ask-doer.ts';
import { billMonth } from './book.ts';
import { type Act, billedAmount, corrected, type Move, moveOf } from './decision.ts';
import { lookAgain } from './look-again.ts';
import { nudgeReview } from './nudge-review.ts';
import { formerCard, reviewCard } from './review-card.ts';
import type { ServiceRequest } from './service-request.ts';
import { requestFrom, storedWork } from './stored-request.ts';

export interface Decision {
  readonly requestId: string;
  readonly act: Act;
  readonly byId: string;
  readonly why?: string | undefined;
}

export type Decided =
  | { readonly kind: 'done'; readonly request: ServiceRequest }
  | Exclude<Move, { kind: 'to' }>;

/**
 * The one way in which a request changes: approved, waived, asked about, answered, corrected or opened again, in
 * somebody's name, with the audit's line. What was exported is never touched; the original stays whatever happens.
 */
export async function decideRequest(trip: Trip, decision: Decision): Promise<Decided> {
  const { tx, now } = trip;
  const { requestId, act, byId, why } = decision;
  // Two people at one request: the second one finds it decided.
  await tx.$queryRaw`SELECT id FROM service_request WHERE id = ${requestId} FOR UPDATE`;
  const before = requestFrom(
    await tx.serviceRequest.findUniqueOrThrow({ where: { id: requestId } }),
  );
  const move = moveOf(before, act.kind);
  if (move.kind !== 'to') return move;
  const { timeZone, name } = await getCustomer(tx, before.customerId);
  const isDecided = move.state === 'approved' || move.state === 'waived';
  const row = await tx.serviceRequest.update({
    where: { id: requestId },
    data: {
      state: move.state,
      ...(isDecided
        ? {
            decidedById: byId,
            decidedAt: now,
            why: why ?? null,
            amountMinor: amountFor(before, act),
          }
        : { decidedById: null, decidedAt: null, why: null, amountMinor: null }),
      ...changesOf(before, act, timeZone),
    },
  });
  const request = requestFrom(row);
  await writeAudit(trip, { before, request, decision });
  if (act.kind === 'query') await askDoer(trip, { request, byId });
  if (act.kind === 'answer' && before.queryTaskId) await closeTask(trip, before.queryTaskId, byId);
  if (move.state === 'approved') await tellApproval(trip, request, byId);
  if (before.cardKey !== null) {
    const byName = (await findPerson(tx, byId))?.name ?? byId;
    const beside = { customerName: name, byName };
    const isAnew = request.cardKey === null;
    const card = isAnew ? formerCard(before, beside) : reviewCard(request, beside);
    await editMessage(trip, before.cardKey, card);
  }
  await lookAgain(trip, request.customerId);
  await nudgeReview(trip, request.customerId);
  const after = await tx.serviceRequest.findUniqueOrThrow({ where: { id: requestId } });
  return { kind: 'done', request: requestFrom(after) };
}

function amountFor(request: ServiceRequest, act: Act): number | null {
  if (act.kind === 'waive') return 0;
  return act.kind === 'approve-in-full'
    ? (request.work.amountMinor ?? null)
    : billedAmount(request);
}

/** Beside its state. What changed is put before the advocate again, in a new message. */
function changesOf(request: ServiceRequest, act: Act, timeZone: string) {
  switch (act.kind) {
    case 'query':
      return { queryWords: act.words, answerWords: null };
    case 'answer':
      return { answerWords: act.words, cardKey: null };
    case 'correct': {
      const work = corrected(request.work, act.to);
      const { closedAt } = work;
      return {
        current: storedWork(withoutCustomer(work)),
        closedAt,
        month: billMonth({ closedAt }, timeZone),
        cardKey: null,
      };
    }
    case 'reopen':
      return { cardKey: null };
    default:
      return {};
  }
}

function withoutCustomer({ customerId: _, ...work }: ServiceRequest['work']) {
  return work;
}

interface Written {
  readonly before: ServiceRequest;
  readonly request: ServiceRequest;
  readonly decision: Decision;
}

async function writeAudit(trip: Trip, { before, request, decision }: Written): Promise<void> {
  const { act, byId, why } = decision;
  const said = act.kind === 'query' || act.kind === 'answer' ? act.words : why;
  const shown = ({ state, work, amountMinor }: ServiceRequest): Json => ({
    state,
    amountMinor,
    work: storedWork(withoutCustomer(work)),
  });
  await trip.tx.audit.create({
    data: {
      id: trip.random.id(),
      at: trip.now,
      actorId: byId,
      action: `request.${act.kind}`,
      customerId: request.customerId,
      subject: request.work.externalId,
      why: said ?? null,
      before: shown(before),
      after: shown(request),
    },
  });
}

async function tellApproval(trip: Trip, request: ServiceRequest, byId: string): Promise<void> {
  const { work, amountMinor, currency, customerId, id: requestId } = request;
  const price =
    amountMinor !== null && currency !== null ? ` at ${moneyText(amountMinor, currency)}` : '';
  await recordEvent(trip, {
    customerId,
    kind: 'request.approved',
    visibility: 'internal',
    authorId: byId,
    text: `Approved for billing${price}: ${work.externalId}, ${work.title}`,
    data: { requestId, externalId: work.externalId, amountMinor, currency },
  });
}
