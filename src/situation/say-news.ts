import { findPerson } from '../customers/find-person.ts';
import { shared, strong, type Text, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import { sentence } from '../delivery/fact-words.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { openly, type SharedEvent } from '../timeline/event.ts';
import type { Published } from './list-published.ts';
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
    customerId,
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
