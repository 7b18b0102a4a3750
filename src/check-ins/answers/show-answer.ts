import type { Card } from '../../delivery/card.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import type { Trip } from '../../shared/database.ts';
import { type Answered, answeredCard } from '../asking/cards.ts';
import { askKey, type CheckIn, repeatKey } from '../asking/check-in.ts';

/** Shows an answer in the question itself, and in its repeat, in place. */
export async function showAnswer(trip: Trip, { id }: CheckIn, answered: Answered): Promise<void> {
  for (const key of [askKey(id), repeatKey(id)]) {
    const message = await trip.tx.message.findUnique({ where: { key } });
    if (!message) continue;
    // The stored card is the one we composed for this customer's place.
    const asked = message.card as unknown as Card<'shared'>;
    if (!asked.actions) continue;
    await editMessage(trip, key, answeredCard(asked, answered));
  }
}
