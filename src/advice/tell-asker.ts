import { findPerson } from '../customers/find-person.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { findSpokenThread } from '../customers/find-spoken-thread.ts';
import type { Person } from '../customers/person.ts';
import { shared, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import type { To } from '../delivery/draft.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { foreignWordIn } from '../requests/checks/wrong-customer-words.ts';
import { listForeignWords } from '../requests/list-foreign-words.ts';
import type { Trip } from '../shared/database.ts';
import { callOut } from '../situation/call-out.ts';
import { named, personAction, personFoot } from '../situation/text.ts';
import { openly } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';

export interface Answering {
  readonly taskId: string;
  readonly by: Person;
  /** What they say for the customer. */
  readonly text: string;
}

/** Where they asked, alone with us instead, or without them, where their company reads. */
export type ToldWhere = 'asked' | 'alone' | 'colleagues';

/**
 * `told`: the asker reads it. `before`: they heard an answer already. `foreign`: the word in it is another customer's.
 * `nowhere`: there is no place in which they would read it.
 */
export type Told =
  | { readonly kind: 'told'; readonly where: ToldWhere }
  | { readonly kind: 'before' | 'nowhere' }
  | { readonly kind: 'foreign'; readonly word: string };

/** Tells whoever asked what one of us says for them, once, where they asked, or where they may read now. */
export async function tellAsker(trip: Trip, { taskId, by, text }: Answering): Promise<Told> {
  const { tx, now } = trip;
  const row = await tx.advice.findUniqueOrThrow({ where: { taskId } });
  const { customerId } = row;
  const word = foreignWordIn(text, await listForeignWords(tx, customerId));
  if (word !== null) return { kind: 'foreign', word };
  const where = await findWhere(trip, row);
  if (!where) return { kind: 'nowhere' };
  const { count } = await tx.advice.updateMany({
    where: { taskId, answeredAt: null },
    data: { answer: text, answeredById: by.id, answeredAt: now },
  });
  if (count === 0) return { kind: 'before' };
  await sendMessage(trip, {
    key: `advice:${taskId}`,
    lane: 'replies',
    to: where.to,
    threadOf: where.threadOf,
    forId: where.askerId,
    card: await answerCard(trip, { row, by, text, where }),
  });
  await recordEvent(trip, {
    customerId,
    kind: 'advice.answered',
    visibility: 'internal',
    text: `${by.name} answered “${row.question}”: ${text}`,
    authorId: by.id,
  });
  return { kind: 'told', where: where.kind };
}

interface Asked {
  readonly customerId: string;
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly threadOf: string | null;
  readonly question: string;
  readonly askedAt: Date;
}

interface Where {
  readonly kind: ToldWhere;
  readonly to: To;
  readonly threadOf: string | null;
  /** Who asked, while they are one of theirs. */
  readonly askerId: string | null;
}

/** The place they asked in while it is their company's; alone with us, only them; else the place their company reads in. */
async function findWhere(
  { tx }: Trip,
  { customerId, personId, placeId, threadOf: threadAsked }: Asked,
): Promise<Where | null> {
  const asked = placeId && (await tx.place.findUnique({ where: { id: placeId } }));
  const asker = await findPerson(tx, personId);
  const isTheirs = asker?.active && asker.side === 'customer' && asker.customerId === customerId;
  const askerId = isTheirs ? asker.id : null;
  if (
    asked &&
    asked.customerId === customerId &&
    asked.audience === 'shared' &&
    !asked.parkedReason
  ) {
    const threadOf = await findSpokenThread(tx, placeId, threadAsked);
    const kind = asker && !isTheirs ? 'colleagues' : 'asked';
    return { kind, to: { placeId: asked.id }, threadOf, askerId };
  }
  if (askerId !== null) {
    const kind = placeId === null ? 'asked' : 'alone';
    return { kind, to: { personId: askerId }, threadOf: null, askerId };
  }
  const place = placeId ? await findSharedPlace(tx, customerId) : null;
  return place && { kind: 'colleagues', to: { placeId: place.id }, threadOf: null, askerId };
}

interface Said {
  readonly row: Asked;
  readonly by: Person;
  readonly text: string;
  readonly where: Where;
}

async function answerCard({ tx }: Trip, { row, by, text, where }: Said): Promise<Card<'shared'>> {
  const { customerId, question, askedAt } = row;
  const placeId = 'placeId' in where.to ? where.to.placeId : null;
  const whom = await callOut(tx, { personId: where.askerId, placeId });
  return sharedCard('answer', customerId, {
    body: [
      shared`${whom}You asked at ${time(askedAt)}: “${words(openly(question))}”`,
      shared`${named<string>(by.name)}: “${words(openly(text))}”`,
    ],
    actions: [personAction(customerId)],
    foot: personFoot,
  });
}
