import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { raisePage } from '../paging/raise-page.ts';
import type { Trip } from '../shared/database.ts';
import { instantText } from '../shared/instant-text.ts';
import { plus, since } from '../shared/time.ts';
import { findCurrentTransition } from '../transitions/find-transition.ts';
import { newsRequestCard, newsRequestKey } from './ask-for-news.ts';
import { getSituation } from './get-situation.ts';
import { listNewsbringers } from './list-newsbringers.ts';
import { type NewsRequest, newsRequestFrom } from './news-request.ts';
import { notifyAskers } from './notify-askers.ts';
import { situationPolicy } from './situation.ts';

/**
 * Looks at a request for news that is due: tells what came meanwhile by any door, asks somebody else,
 * fetches a person, and goes on looking for a day, so that nobody who waits is forgotten.
 */
export async function chaseNews(trip: Trip, requestId: string): Promise<void> {
  const { tx, now } = trip;
  const open = await findOpenRequest(trip, requestId);
  if (!open) return;
  await notifyAskers(trip, open.customerId);
  const request = await findOpenRequest(trip, requestId);
  if (!request) return;
  const { askAnotherAfterMilliseconds, pageAfterMilliseconds, givenUpAfterMilliseconds } =
    situationPolicy;
  const age = since(request.askedAt, now);
  const isOver = age >= givenUpAfterMilliseconds;
  await tx.newsRequest.update({
    where: { id: requestId },
    data: isOver
      ? { openKey: null, dueAt: null }
      : { dueAt: plus(now, askAnotherAfterMilliseconds) },
  });
  if (isOver || age < askAnotherAfterMilliseconds) return;
  const customer = await getCustomer(tx, request.customerId);
  if (age < pageAfterMilliseconds) await askAnother(trip, customer, request);
  else await fetchPerson(trip, customer, request);
}

async function findOpenRequest({ tx }: Trip, id: string): Promise<NewsRequest | null> {
  const row = await tx.newsRequest.findUnique({ where: { id } });
  if (row?.openKey) return newsRequestFrom(row);
  if (row?.dueAt) await tx.newsRequest.update({ where: { id }, data: { dueAt: null } });
  return null;
}

async function askAnother(trip: Trip, customer: Customer, request: NewsRequest): Promise<void> {
  const [, another] = await listNewsbringers(trip, customer);
  if (!another) return;
  const { freshness } = await getSituation(trip, customer.id);
  const last = freshness.kind === 'stale' ? freshness.last : null;
  await sendMessage(trip, {
    key: `${newsRequestKey(request.id)}:${another.id}`,
    lane: 'replies',
    to: { personId: another.id },
    card: newsRequestCard(customer, { last, askedAt: request.askedAt }),
  });
}

async function fetchPerson(trip: Trip, customer: Customer, request: NewsRequest): Promise<void> {
  const known = await trip.tx.page.findFirst({
    where: { customerId: customer.id, rule: 'stale-timeline', raisedAt: { gte: request.askedAt } },
  });
  if (known) return;
  const transition = await findCurrentTransition(trip.tx, customer.id, trip.now);
  const waiting = request.waiting.find(({ placeId }) => placeId !== null);
  await raisePage(trip, {
    customerId: customer.id,
    transitionId: transition?.id ?? null,
    raisedBy: 'rule',
    rule: 'stale-timeline',
    words: `No news yet, asked for at ${instantText(request.askedAt)}.`,
    isShared: true,
    placeId: waiting?.placeId ?? null,
    threadOf: waiting?.threadOf ?? null,
  });
}
