import type { Trip } from '../../shared/database.ts';
import type { Press } from '../arrival/inbound.ts';
import type { Turn } from '../arrival/turn.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { offers } from '../replies/seen-message.ts';
import { buttons } from './button.ts';
import { findPressedMessage } from './find-pressed-message.ts';
import type { Subject } from './find-subject.ts';
import { mayPress } from './may-press.ts';
import { pickChoice, type Respond } from './pick-choice.ts';

export interface Pressing {
  readonly press: Press;
  /** Who answers the words that a picked choice stands for. */
  readonly respond: Respond;
  /** The sentence that pressed it; left out when it was tapped, or said in one word. */
  readonly words?: string;
}

/**
 * A button was pressed. A button is no permission: the message must be one of ours, here; the subject
 * must be its customer's; and whoever pressed must be allowed to, by our own rows.
 */
export async function pressButton(
  trip: Trip,
  turn: Turn,
  { press, respond, words }: Pressing,
): Promise<Reply[]> {
  const message = await findPressedMessage(trip, turn, press);
  if (!message) return [refusal()];
  if (press.action === 'choice.pick') {
    const shown = message.card.actions?.find(
      ({ id, subject }) => id === press.action && subject === press.subject,
    );
    if (!shown) return [refusal()];
    const { label, subject: picked } = shown;
    return pickChoice(trip, turn, { picked, label, messageKey: message.key, respond });
  }
  const { action } = press;
  const button = buttons[action];
  const subject = await button.findSubject(trip.tx, press.subject);
  if (!subject || !(offers(message, press) || isOldButton(message.customerId, subject)))
    return [refusal()];
  if (!(await mayPress(trip, turn, { action, subject }))) return [refusal()];
  const [customerId = ''] = subject.customerIds;
  return button.does(trip, { turn, action, subject: press.subject, customerId, words });
}

/** The message has changed since it was seen: what it is about must still be its own customer's. */
function isOldButton(customerId: string | null, subject: Subject): boolean {
  return (
    customerId !== null && subject.customerIds.length === 1 && subject.customerIds[0] === customerId
  );
}
