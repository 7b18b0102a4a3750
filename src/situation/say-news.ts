import { findPerson } from '../customers/find-person.ts';
import { mention, shared, strong, type Text, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import { sentence } from '../delivery/fact-words.ts';
import { joined } from '../delivery/listed.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip, Tx } from '../shared/database.ts';
import { openly, type SharedEvent } from '../timeline/event.ts';
import type { Published } from './list-published.ts';
import { newsRequestFrom } from './news-request.ts';
import { personAction, personFoot } from './text.ts';

export interface News {
  readonly customerId: string;
  readonly placeId: string;
  readonly facts: readonly Published[];
  /** The key of a message that has not left yet and takes them in; null for a new one. */
  readonly into: string | null;
}

/** Says what was published, as one message, and remembers how far the customer was told. False when there was nothing to say. */
export async function sayNews(
  trip: Trip,
  { customerId, placeId, facts, into }: News,
): Promise<boolean> {
  const [first] = facts;
  const last = facts.at(-1);
  if (!first || !last) return false;
  const card = await newsCard(
    trip,
    { customerId, placeId },
    facts.map(({ event }) => event),
  );
  if (into) await editMessage(trip, into, card);
  else {
    const key = `news:${first.event.id}`;
    await sendMessage(trip, { key, lane: 'replies', to: { placeId }, card });
  }
  const toldSeq = last.seq;
  await trip.tx.telling.upsert({
    where: { customerId },
    create: { customerId, toldSeq },
    update: { toldSeq },
  });
  return true;
}

async function newsCard(
  { tx }: Trip,
  { customerId, placeId }: Pick<News, 'customerId' | 'placeId'>,
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
  const asked = await listAskers(tx, { customerId, placeId });
  return sharedCard('news', customerId, {
    body: asked.length > 0 ? [...body, shared`You asked: ${joined(asked, ', ')}.`] : body,
    actions: [personAction(customerId)],
    foot: personFoot,
  });
}

/** Who has asked for news in this place and waits for it: they are named, so that their platform notifies them. */
async function listAskers(
  tx: Tx,
  { customerId, placeId }: Pick<News, 'customerId' | 'placeId'>,
): Promise<Text<'shared'>[]> {
  const row = await tx.newsRequest.findUnique({ where: { openKey: customerId } });
  const waiting = row ? newsRequestFrom(row).waiting : [];
  const ids = waiting.flatMap(one =>
    one.placeId === placeId && one.personId ? [one.personId] : [],
  );
  const people = await tx.person.findMany({
    where: { id: { in: ids }, active: true },
    orderBy: { id: 'asc' },
  });
  return people.map(({ id, name }) => shared`${mention(id, openly(name))}`);
}
