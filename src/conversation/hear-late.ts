import { findAdvocate } from '../customers/find-advocate.ts';
import { internal, shared, time } from '../delivery/audience.ts';
import type { Trip } from '../shared/database.ts';
import { instantText } from '../shared/instant-text.ts';
import { named } from '../situation/text.ts';
import { openTask } from '../tasks/open-task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { understand } from '../understanding/understand.ts';
import { mayStillRing } from './arrival/may-still-ring.ts';
import { insiderOf, type Turn, voiceOf } from './arrival/turn.ts';
import { findServed } from './customer-desk/find-served.ts';
import { answer, privateNote, type Reply } from './replies/reply.ts';
import { readHumanWish } from './words/human-wish.ts';

export interface LateWords {
  readonly text: string;
  readonly saidAt: Date;
}

/**
 * Words that reach us long after they were said change nothing that is newer: they are a fact of their own time, and
 * the advocate has them with both times. Null for a call that may still ring: it is handled like any other.
 */
export async function hearLate(trip: Trip, turn: Turn, late: LateWords): Promise<Reply[] | null> {
  // What a partner does with their own things holds whenever it arrives.
  if (voiceOf(turn) === 'partner') return null;
  if (voiceOf(turn) === 'vendor') return turn.isMentioned ? [notDone(late)] : [];
  const customer = await findServed(trip, turn);
  if (!customer) return [];
  const { text, saidAt } = late;
  const isCall = understand(text).urgent || (turn.isAddressed && readHumanWish(text) === 'now');
  if (isCall && (await mayStillRing(trip, customer.id, saidAt))) return null;
  // What people said to each other hours ago is over.
  if (!isCall && !turn.isAddressed) return [];
  const by = insiderOf(turn, customer.id);
  const said = `${by?.name ?? 'Somebody in the channel'} wrote ${instantText(saidAt)}, and it reached me ${instantText(trip.now)}: "${text}"`;
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'note',
    visibility: 'internal',
    at: saidAt,
    authorId: by?.id ?? null,
    text: said,
    externalId: `late:${turn.inboxId}`,
  });
  const advocate = await findAdvocate(trip, customer);
  if (advocate) {
    await openTask(trip, {
      key: `late:${turn.inboxId}`,
      customerId: customer.id,
      kind: 'late-words',
      text: isCall ? `${said} I called nobody; please see whether it still holds.` : said,
      assigneeId: advocate.id,
      ...(isCall ? { urgency: 'now' as const } : {}),
    });
  }
  if (!turn.isAddressed) return [];
  const who = advocate ? shared`${named(advocate.name)} has` : shared`The people behind me have`;
  return [
    answer(
      customer.id,
      shared`You wrote this ${time(saidAt)}; it reached me ${time(trip.now)}. ${who} that now in your words, and sees to it.`,
    ),
  ];
}

function notDone({ saidAt }: LateWords): Reply {
  return privateNote(
    internal`You wrote this ${time(saidAt)}, and it reached me only now, so I have done nothing. Say it again if it still holds.`,
  );
}
