import type { Customer } from '../../customers/customer.ts';
import { findCustomer } from '../../customers/find-customer.ts';
import type { Trip } from '../../shared/database.ts';
import { findPlace } from '../arrival/find-place.ts';
import { findSpeaker } from '../arrival/find-speaker.ts';
import type { Filler } from './filler.ts';
import type { FormAsk } from './form.ts';

/** Who asks for a form, and where; null for everybody but the vendor's people: forms are theirs alone. */
export async function findFiller(trip: Trip, ask: FormAsk): Promise<Filler | null> {
  const actor = await findSpeaker(trip, ask.from, null);
  if (actor?.side !== 'vendor') return null;
  return { actor, place: await findPlaceCustomer(trip, ask.in), values: ask.values };
}

async function findPlaceCustomer({ tx }: Trip, where: FormAsk['in']): Promise<Customer | null> {
  const place = where && (await findPlace(tx, where));
  return place && !place.parkedReason ? findCustomer(tx, place.customerId) : null;
}
