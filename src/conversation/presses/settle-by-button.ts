import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { placeName, readersWords } from '../places/place-report.ts';
import { settlePlace } from '../places/settle-place.ts';
import { isSameReaders, settlementFrom } from '../places/settlement.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Northwind, they read it": the place is settled, unless others read it by now than when the button was shown. */
export async function settleByButton(
  trip: Trip,
  { turn, subject }: CheckedPress,
): Promise<Reply[]> {
  const shown = settlementFrom(subject);
  if (!shown || !turn.actor) return [];
  const { placeId, customerId, audience, readers } = shown;
  const place = await trip.tx.place.findUniqueOrThrow({ where: { id: placeId } });
  if (!isSameReaders(readers, place.outside)) {
    const name = place.name === '' ? place.id : place.name;
    return [
      privateNote(
        internal`Since I asked, others read ${placeName(place)}: now it is ${readersWords(place.outside)}. When you have looked: "place ${name} is ${customerId}, ${audience}".`,
      ),
    ];
  }
  return settlePlace(trip, { placeId, customerId, audience }, turn.actor.id);
}
