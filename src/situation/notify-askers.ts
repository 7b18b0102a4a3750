import { findSpokenThread } from '../customers/find-spoken-thread.ts';
import { shared, time } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { joined } from '../delivery/listed.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import type { SharedEvent } from '../timeline/event.ts';
import { eventFrom } from '../timeline/list-events.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { endStalePage } from './end-stale-page.ts';
import { type NewsRequest, newsRequestFrom, type Waiting, whereOf } from './news-request.ts';
import { isNews, situationPolicy } from './situation.ts';
import { tellNotices } from './tell-notices.ts';
import { factText, personAction, personFoot } from './text.ts';

/**
 * Tells everyone who waited that there is news, once each, and closes the request; and whoever waits for a step, when it
 * is done. Call it after a shared fact by a person or by the plan; it does nothing when nobody waits or nothing new is
 * there. Whoever waits in the place in which all have just been told is not told twice.
 */
export async function notifyAskers(
  trip: Trip,
  customerId: string,
  toldIn: string | null = null,
): Promise<void> {
  const { tx, now } = trip;
  await tellNotices(trip, customerId);
  // Two facts at once: only one of them tells; and whoever joins at this moment is not lost.
  await tx.$queryRaw`SELECT id FROM news_request WHERE "openKey" = ${customerId} FOR UPDATE`;
  const row = await tx.newsRequest.findUnique({ where: { openKey: customerId } });
  if (!row) return;
  const request = newsRequestFrom(row);
  const news = await listNewsSince(trip, request);
  if (news.length === 0) return;
  await tx.newsRequest.update({
    where: { id: request.id },
    data: { openKey: null, answeredAt: now, dueAt: null },
  });
  const told = new Set<string>();
  for (const [index, waiting] of request.waiting.entries()) {
    const where = whereOf(waiting);
    const isTold = waiting.placeId !== null && waiting.placeId === toldIn;
    if (!isTold && !told.has(where)) await tell(trip, { request, waiting, news }, index);
    told.add(where);
  }
  const newest = news.at(-1);
  if (newest) await endStalePage(trip, newest);
  await recordEvent(trip, {
    customerId,
    kind: 'news.told',
    visibility: 'internal',
    text: `Whoever asked for news was told (${request.waiting.length}).`,
    data: { newsRequestId: request.id },
  });
}

/** What came in since the request, oldest first; a fact dated back counts from when it was written. */
async function listNewsSince(
  { tx, now }: Trip,
  { customerId, askedAt }: NewsRequest,
): Promise<SharedEvent[]> {
  const rows = await tx.event.findMany({
    where: { customerId, visibility: 'shared', at: { lte: now } },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: situationPolicy.factsRead,
  });
  return rows
    .filter(({ recordedAt }) => recordedAt >= askedAt)
    .map(eventFrom)
    .filter(event => event.visibility === 'shared')
    .filter(isNews)
    .slice(0, situationPolicy.justHappened)
    .reverse();
}

interface Telling {
  readonly request: NewsRequest;
  readonly waiting: Waiting;
  readonly news: readonly SharedEvent[];
}

async function tell(trip: Trip, telling: Telling, index: number): Promise<void> {
  const { placeId, personId, threadOf } = telling.waiting;
  const to = placeId ? { placeId } : personId ? { personId } : null;
  if (!to) return;
  await sendMessage(trip, {
    key: `news:${telling.request.id}:${index}`,
    lane: 'replies',
    to,
    threadOf: await findSpokenThread(trip.tx, placeId, threadOf),
    forId: personId,
    card: newsCard(telling),
  });
}

function newsCard({ request, waiting, news }: Telling): Card<'shared'> {
  const facts = joined(news.map(factText), ' · ');
  return sharedCard('answer', request.customerId, {
    body: [shared`You asked at ${time(waiting.askedAt)}: ${facts}`],
    actions: [personAction(request.customerId)],
    foot: personFoot,
  });
}
