import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { internal, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import type { SharedEvent } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { listNewsbringers } from './list-newsbringers.ts';
import { newsRequestFrom, type Waiting, waitingColumnOf, withWaiting } from './news-request.ts';
import { situationPolicy } from './situation.ts';
import type { Asked } from './situation-card.ts';

export interface NewsQuestion {
  readonly customerId: string;
  /** Who wants to know, to be told when news comes; null when nobody in particular. */
  readonly asker: Waiting | null;
  /** The last news there was. */
  readonly last: SharedEvent | null;
}

/**
 * Asks for news once for each customer: a further question joins the open request. Returns who was
 * asked and when, or null when there is nobody to ask (or the asker is the one who would know).
 */
export async function askForNews(trip: Trip, question: NewsQuestion): Promise<Asked | null> {
  const { tx, now, random } = trip;
  const { customerId, asker, last } = question;
  const customer = await getCustomer(tx, customerId);
  const [first] = await listNewsbringers(trip, customer);
  if (!first || asker?.personId === first.id) return null;
  const id = random.id();
  // Two questions at once: the unique key lets one of them open the request, the other joins it.
  const { count } = await tx.newsRequest.createMany({
    data: [
      {
        id,
        customerId,
        openKey: customerId,
        askedAt: now,
        waiting: waitingColumnOf(withWaiting([], asker)),
        dueAt: plus(now, situationPolicy.askAnotherAfterMilliseconds),
      },
    ],
    skipDuplicates: true,
  });
  const isWaiting = asker !== null;
  if (count === 0) return join(trip, question, first.name);
  await sendMessage(trip, {
    key: newsRequestKey(id),
    lane: 'replies',
    to: { personId: first.id },
    card: newsRequestCard(customer, { last, askedAt: now }),
  });
  await recordEvent(trip, {
    customerId,
    kind: 'news.requested',
    visibility: 'internal',
    text: `${first.name} was asked for news of ${customer.name}.`,
    data: { newsRequestId: id },
  });
  return { name: first.name, at: now, isWaiting };
}

async function join(
  { tx }: Trip,
  { customerId, asker }: NewsQuestion,
  name: string,
): Promise<Asked | null> {
  // Whoever else joins at this moment must not be lost: read and written under the row's lock.
  await tx.$queryRaw`SELECT id FROM news_request WHERE "openKey" = ${customerId} FOR UPDATE`;
  const row = await tx.newsRequest.findUnique({ where: { openKey: customerId } });
  if (!row) return null;
  const { id, askedAt, waiting } = newsRequestFrom(row);
  const longer = withWaiting(waiting, asker);
  if (longer !== waiting) {
    await tx.newsRequest.update({ where: { id }, data: { waiting: waitingColumnOf(longer) } });
  }
  return { name, at: askedAt, isWaiting: asker !== null };
}

/** The key of the request to the first person asked. */
export function newsRequestKey(requestId: string): string {
  return `news-request:${requestId}`;
}

/** The question to a vendor person, with the two ways to answer it. */
export function newsRequestCard(
  customer: Customer,
  { last, askedAt }: { readonly last: SharedEvent | null; readonly askedAt: Date },
): Card<'internal'> {
  const newest = last
    ? internal`The last news the customer has is from ${time(last.at)}: ${last.text}`
    : internal`The customer has had no news at all so far.`;
  return internalCard('news-request', customer.id, {
    heading: internal`${customer.name} asks what is happening`,
    body: [
      internal`Asked ${time(askedAt)}. ${newest}`,
      internal`Answer here with "publish ${customer.id}: …", or move a step: "milestone … done". I tell everyone who asked at once.`,
    ],
  });
}
