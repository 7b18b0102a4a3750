import type { Action } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { minute, since } from '../shared/time.ts';
import { listSeenMessages, type SeenMessage } from './find-pressed-message.ts';
import { findSubject } from './find-subject.ts';
import type { Press } from './inbound.ts';
import { isStillOpen } from './is-still-open.ts';
import { mayPress } from './may-press.ts';
import { type Occasion, questionIdOf } from './occasion.ts';
import { offerHolds } from './offer-human.ts';
import { optionAt } from './open-question.ts';
import { meantAction, type PlainAnswer } from './plain-answer.ts';

/** Between people, a bare word is an answer to us only so shortly after we asked. */
const overheardFor = 15 * minute;

/**
 * The button a bare "yes", "2" or "worried" stands for: the newest question here that it can answer, that
 * is still open, and that this person may answer. Null when there is none.
 */
export async function findPlainPress(
  trip: Trip,
  occasion: Occasion,
  answer: PlainAnswer,
): Promise<Press | null> {
  for (const message of await listSeenMessages(trip, occasion)) {
    const action = meantAction(answer, message.card);
    if (!action || !(await isOpenFor(trip, occasion, { action, message }))) continue;
    if (!occasion.isAddressed && since(message.createdAt, trip.now) > overheardFor) return null;
    return { kind: 'press', action: action.id, subject: action.subject, messageId: message.id };
  }
  return null;
}

async function isOpenFor(
  trip: Trip,
  occasion: Occasion,
  { action, message }: { action: Action; message: SeenMessage },
): Promise<boolean> {
  const { id, subject } = action;
  if (id === 'choice.pick') {
    const question = await trip.tx.openQuestion.findUnique({
      where: { id: questionIdOf(occasion) },
    });
    if (!question || question.expiresAt <= trip.now) return false;
    return optionAt(question.data, subject, message.key) !== null;
  }
  const found = await findSubject(trip.tx, id, subject);
  if (!found || !(await mayPress(trip, occasion, { action: id, subject: found }))) return false;
  // An offer that was answered has lost its buttons; an old one is answered in full or not at all.
  if (id === 'page.raise' || id === 'page.decline')
    return since(message.createdAt, trip.now) <= offerHolds;
  return isStillOpen(trip.tx, id, subject);
}
