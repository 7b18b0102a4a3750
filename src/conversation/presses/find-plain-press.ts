import type { Action } from '../../delivery/card.ts';
import { findOpenPage } from '../../paging/page/find-pages.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, since } from '../../shared/time.ts';
import type { Press } from '../arrival/inbound.ts';
import { placeCustomerOf, type Turn } from '../arrival/turn.ts';
import type { SeenMessage } from '../replies/seen-message.ts';
import { isForNewest, type PlainAnswer } from '../words/plain-answer.ts';
import { isOpenFor, listQuestions } from './list-questions.ts';
import { meantAction } from './meant-action.ts';

/** Between people, a bare word is an answer to us only so shortly after we asked. */
export const overheardFor = 15 * minute;

export type PlainPress =
  | { readonly kind: 'press'; readonly press: Press }
  /** The newest question is one that these words could answer both ways. */
  | { readonly kind: 'unclear'; readonly action: Action };

/**
 * The button a bare "yes", "2" or "worried" stands for: of the newest question here that is still open and
 * that this person may answer; a mood is looked for in older ones too. Null when there is none.
 */
export async function findPlainPress(
  trip: Trip,
  turn: Turn,
  answer: PlainAnswer,
): Promise<PlainPress | null> {
  for (const question of await listQuestions(trip, turn)) {
    const { asked, askedAt, message } = question;
    if (!(await isOpenFor(trip, turn, question))) continue;
    if (!turn.isAddressed && since(askedAt, trip.now) > overheardFor) return null;
    const action = meantAction(answer, message.card);
    if (
      action?.id === 'check-in.good' &&
      (answer.kind === 'okay' || answer.kind === 'yes') &&
      (await isCalledSince(trip, turn, askedAt))
    )
      return null;
    if (action?.isYes && answer.kind === 'yes' && !turn.isAddressed) return null;
    if (action) return { kind: 'press', press: pressOf(action, message) };
    if (isForNewest(answer)) return { kind: 'unclear', action: asked };
  }
  return null;
}

/** "Ok" or "yes", said while somebody is being called, is about the call. */
async function isCalledSince({ tx }: Trip, turn: Turn, askedAt: Date): Promise<boolean> {
  const customerId = placeCustomerOf(turn)?.id ?? turn.actor?.customerId ?? null;
  const page = customerId && (await findOpenPage(tx, customerId));
  return page ? page.isShared && page.raisedAt > askedAt : false;
}

function pressOf({ id, subject }: Action, message: SeenMessage): Press {
  return { kind: 'press', action: id, subject, messageId: message.id };
}
