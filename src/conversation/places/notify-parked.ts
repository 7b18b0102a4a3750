import { findAdvocate } from '../../customers/find-advocate.ts';
import { findCustomer } from '../../customers/find-customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { findSharedPlace } from '../../customers/find-places.ts';
import type { Person } from '../../customers/person.ts';
import { internal, type Text } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { placeName, readersWords, reasons } from './place-report.ts';

interface ParkedPlace {
  readonly id: string;
  readonly name: string;
  readonly customerId: string | null;
  readonly audience: string;
  readonly parkedReason: string | null;
  readonly outside: readonly string[];
}

export interface Parked {
  readonly place: ParkedPlace;
  /** How many messages were held back. */
  readonly held: number;
  readonly noticeId: string;
}

/** The advocate and the manager are told, once for each change, that we have fallen silent somewhere, why, and what to do. */
export async function notifyParked(trip: Trip, parked: Parked): Promise<void> {
  const { place, noticeId } = parked;
  const customer = await findCustomer(trip.tx, place.customerId);
  if (!customer) return;
  const isReached = (await findSharedPlace(trip.tx, customer.id)) !== null;
  const card = parkedCard(parked, { id: customer.id, name: customer.name, isReached });
  const people = [
    await findAdvocate(trip, customer),
    await findPerson(trip.tx, customer.managerId),
  ].filter((person): person is Person => person?.active === true);
  for (const personId of new Set(people.map(({ id }) => id))) {
    const key = `place-parked:${noticeId}:${personId}`;
    await sendMessage(trip, { key, lane: 'replies', to: { personId }, card });
  }
}

interface Whose {
  readonly id: string;
  readonly name: string;
  readonly isReached: boolean;
}

function parkedCard({ place, held }: Parked, whose: Whose): Card<'internal'> {
  const kept =
    held === 0
      ? internal``
      : internal` ${held === 1 ? '1 message' : `${held} messages`} that waited there stay unsent.`;
  const isLost = place.audience === 'shared' && !whose.isReached;
  return internalCard('task', whose.id, {
    heading: internal`⚠️ I've stopped speaking in ${placeName(place)} (${whose.name})`,
    body: [
      internal`${place.parkedReason ?? ''} It is read by ${readersWords(place.outside)}.${kept}`,
      ...(isLost
        ? [internal`I can't reach ${whose.name} anywhere else until this is settled.`]
        : []),
      remedy(place, whose),
    ],
  });
}

function remedy(place: ParkedPlace, { id }: Whose): Text<'internal'> {
  const name = place.name === '' ? place.id : place.name;
  if (place.parkedReason === reasons.left) return internal`Invite me again to go on there.`;
  if (place.parkedReason === reasons.archived)
    return internal`I go on there when it is opened again.`;
  if (place.audience === 'internal' && place.outside.length > 0)
    return internal`It can't be a place of our own while others read it. If the customer may read it, type "place ${name} is ${id}, shared"; else use another place.`;
  return internal`When you have looked who reads it: "place ${name} is ${id}, ${place.audience}" lets me speak there again.`;
}
