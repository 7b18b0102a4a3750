import type { Trip } from '../shared/database.ts';
import { findPressedMessage, offers } from './find-pressed-message.ts';
import { findSubject, type Subject } from './find-subject.ts';
import type { Press } from './inbound.ts';
import { mayPress } from './may-press.ts';
import type { Occasion } from './occasion.ts';
import { pickChoice } from './pick-choice.ts';
import { carryOut } from './presses/carry-out.ts';
import { type Reply, refusal } from './reply.ts';

/**
 * A button was pressed. A button is no permission: the message must be one of ours, here; the subject
 * must be its customer's; and whoever pressed must be allowed to, by our own rows.
 */
export async function pressButton(trip: Trip, occasion: Occasion, press: Press): Promise<Reply[]> {
  const message = await findPressedMessage(trip, occasion, press);
  if (!message) return [refusal()];
  if (press.action === 'choice.pick') {
    const button = message.card.actions?.find(
      ({ id, subject }) => id === press.action && subject === press.subject,
    );
    if (!button) return [refusal()];
    const { label, subject: picked } = button;
    return pickChoice(trip, occasion, { picked, label, messageKey: message.key });
  }
  const { action } = press;
  const subject = await findSubject(trip.tx, action, press.subject);
  if (!subject || !(offers(message, press) || isOldButton(message.customerId, subject)))
    return [refusal()];
  if (!(await mayPress(trip, occasion, { action, subject }))) return [refusal()];
  const [customerId = ''] = subject.customerIds;
  return carryOut(trip, { occasion, action, subject: press.subject, customerId });
}

/** The message has changed since it was seen: what it is about must still be its own customer's. */
function isOldButton(customerId: string | null, subject: Subject): boolean {
  return (
    customerId !== null && subject.customerIds.length === 1 && subject.customerIds[0] === customerId
  );
}
