import type { Trip } from '../../shared/database.ts';
import { findSpeaker } from '../arrival/find-speaker.ts';
import type { Inbound } from '../arrival/inbound.ts';
import { refusal } from '../replies/reply.ts';
import type { Home } from './home.ts';
import { listHomeCards } from './list-home-cards.ts';

/** The home view of whoever this is, as it stands now. Somebody we do not know sees the refusal and nothing else. */
export async function loadHome(trip: Trip, from: Inbound['from']): Promise<Home> {
  const person = await findSpeaker(trip, from, null);
  if (!person) return { timeZone: 'UTC', cards: [refusal().card] };
  return { timeZone: person.timeZone, cards: await listHomeCards(trip, person) };
}
