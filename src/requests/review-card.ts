import { internal, strong, type Text, time } from '../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../delivery/card.ts';
import { moneyText } from '../shared/money.ts';
import { openly } from '../timeline/event.ts';
import { billedAmount } from './decision.ts';
import type { ServiceRequest } from './service-request.ts';

/** Its earlier card, once a newer one lies before the advocate. */
export function formerCard(request: ServiceRequest, beside: Beside): Card<'internal'> {
  const { actions: _, ...card } = reviewCard({ ...request, state: 'waiting' }, beside);
  return { ...card, foot: internal`Something has changed: a newer message has it.` };
}

interface Beside {
  readonly customerName: string;
  /** Who decided or was asked, by name. */
  readonly byName?: string;
}

/** One request before it is billed: what the customer would read, what the rules saw, and what can be done with it. */
export function reviewCard(
  request: ServiceRequest,
  { customerName, byName }: Beside,
): Card<'internal'> {
  const { id, customerId, work, state } = request;
  const isOpen = state === 'waiting' || state === 'queried';
  const body = [
    internal`${strong(openly(work.externalId))} ${work.title}`,
    ...(work.description ? [internal`${work.description}`] : []),
    workLine(request),
    ...work.notes.map(note => internal`Note: ${note}`),
    ...request.findings.map(({ rule, says }) => internal`⚠️ ${rule}: ${says}`),
    ...(request.queryWords ? [internal`Asked: ${request.queryWords}`] : []),
    ...(request.answerWords ? [internal`Answered: ${request.answerWords}`] : []),
  ];
  return internalCard('review', customerId, {
    heading: internal`${customerName}: before it is billed`,
    body,
    ...(isOpen
      ? { actions: actionsFor(id), foot: footFor(request) }
      : { foot: decidedLine(request, byName ?? '') }),
  });
}

function workLine({ work }: ServiceRequest): Text<'internal'> {
  const who = work.role ? `${work.by}, ${work.role}` : work.by;
  return internal`${work.minutes} min, ${who}, closed ${time(work.closedAt, 'full')}.`;
}

function footFor(request: ServiceRequest): Text<'internal'> {
  const { work, proposedMinor, currency } = request;
  const billed = billedAmount(request);
  if (currency === null) return internal`There is no contract, so it has no price.`;
  if (billed === null)
    return internal`No price can be told: "correct ${work.externalId} role … because …".`;
  const byContract = proposedMinor ?? billed;
  const other =
    byContract === billed ? '' : ` By the contract it is ${moneyText(byContract, currency)}.`;
  return internal`Approved, it is billed at ${moneyText(billed, currency)}.${other}`;
}

function decidedLine(
  { state, decidedAt, amountMinor, currency, why }: ServiceRequest,
  byName: string,
) {
  const price =
    amountMinor !== null && currency !== null ? ` at ${moneyText(amountMinor, currency)}` : '';
  const what = state === 'approved' ? `✅ Approved${price}` : '✅ No charge';
  const when = decidedAt ? internal`, ${time(decidedAt)}` : internal``;
  return internal`${what} by ${byName}${when}.${why ? ` ${why}` : ''}`;
}

function actionsFor(subject: string): Action[] {
  return [
    { id: 'request.approve', label: 'Approve', subject },
    { id: 'request.waive', label: 'Approve, no charge', subject },
    { id: 'request.query', label: 'Query', subject },
    { id: 'request.correct', label: 'Correct', subject },
  ];
}

/** What whoever did the work reads when the advocate asks about it. */
export function queryText({ work, queryWords }: ServiceRequest): string {
  return `About ${work.externalId}, "${work.title}": ${queryWords ?? ''} Answer with "explain ${work.externalId}: …".`;
}
