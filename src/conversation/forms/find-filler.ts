import type { Customer } from '../../customers/customer.ts';
import type { Trip } from '../../shared/database.ts';
import { findCustomer } from '../find-customer.ts';
import { findPlace } from '../find-place.ts';
import { findSpeaker } from '../find-speaker.ts';
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
