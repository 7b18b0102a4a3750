import { findPerson } from '../customers/find-person.ts';
import { findToldPlace } from '../customers/find-told-place.ts';
import { shared, strong, type Text, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import { sentence } from '../delivery/fact-words.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { minute, plus } from '../shared/time.ts';
import { openly, type SharedEvent } from '../timeline/event.ts';
import { eventFrom } from '../timeline/list-events.ts';
import { personAction, personFoot } from './text.ts';

/** Facts that come within so long are one message. */
const gathers = 2 * minute;
const mostGathered = 10;

/**
 * Tells the customer, in its own place and unasked, what somebody has just published. Returns the place's id, or null
 * where there is none to tell it in: then it is read when somebody asks.
 */
export async function tellNews(trip: Trip, customerId: string): Promise<string | null> {
  const { tx, now } = trip;
  const place = await findToldPlace(tx, customerId);
  if (!place) return null;
  const newest = await tx.message.findFirst({
    where: {
      customerId,
      toPlaceId: place.id,
      name: 'news',
      createdAt: { gt: plus(now, -gathers) },
    },
    orderBy: { seq: 'desc' },
    select: { key: true, createdAt: true },
  });
  const facts = await listPublished(trip, customerId, newest?.createdAt ?? now);
  const [first] = facts;
  if (!first) return null;
  const card = await newsCard(trip, customerId, facts);
  if (newest) await editMessage(trip, newest.key, card);
  else {
    const key = `news:${first.id}`;
    await sendMessage(trip, { key, lane: 'replies', to: { placeId: place.id }, card });
  }
  return place.id;
}

/** What people of the vendor have published since then, the oldest first. */
async function listPublished({ tx, now }: Trip, customerId: string, since: Date) {
  const rows = await tx.event.findMany({
    where: {
      customerId,
      kind: 'note',
      visibility: 'shared',
      authorId: { not: null },
      recordedAt: { gte: since, lte: now },
    },
    orderBy: { seq: 'desc' },
    take: mostGathered,
  });
  return rows
    .map(eventFrom)
    .filter((event): event is SharedEvent => event.visibility === 'shared')
    .reverse();
}

async function newsCard(
  { tx }: Trip,
  customerId: string,
  facts: readonly SharedEvent[],
): Promise<Card<'shared'>> {
  const body: Text<'shared'>[] = [];
  for (const { at, text, authorId } of facts) {
    const author = (await findPerson(tx, authorId))?.name;
    const said = words(openly(sentence(text)));
    body.push(
      author
        ? shared`📣 ${time(at)} ${strong(openly(author))}: ${said}`
        : shared`📣 ${time(at)} ${said}`,
    );
  }
  return sharedCard('news', customerId, {
    body,
    actions: [personAction(customerId)],
    foot: personFoot,
  });
}
