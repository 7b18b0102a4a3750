import { findCustomer } from '../../customers/find-customer.ts';
import type { Person } from '../../customers/person.ts';
import type { Card } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { getSituation } from '../../situation/get-situation.ts';
import { situationCard } from '../../situation/situation-card.ts';
import { findSpeaker } from '../arrival/find-speaker.ts';
import type { Inbound } from '../arrival/inbound.ts';
import { refusal } from '../replies/reply.ts';
import { listDutyCards } from './list-duty-lines.ts';
import { listPageCards } from './list-page-cards.ts';
import { listPortfolioCards } from './list-portfolio-cards.ts';
import { listTaskCards } from './list-task-cards.ts';

/** The home view of whoever this is, as it stands now. Somebody we do not know sees the refusal and nothing else. */
export async function loadHome(trip: Trip, from: Inbound['from']): Promise<Home> {
  const person = await findSpeaker(trip, from, null);
  if (!person) return { timeZone: 'UTC', cards: [refusal().card] };
  return { timeZone: person.timeZone, cards: await listHomeCards(trip, person) };
}

/** What somebody sees when they open Handrail itself: cards from top to bottom, none of them a message. */
export interface Home {
  /** The zone in which its times are read. */
  readonly timeZone: string;
  readonly cards: readonly Card[];
}

/**
 * What this person's home shows now. A customer's person sees their own situation, who is with them and one
 * button; one of the vendor's sees their pages, tasks and customers, and who is on call. Reads only.
 */
export async function listHomeCards(trip: Trip, person: Person): Promise<Card[]> {
  if (person.side === 'vendor') {
    return [
      ...(await listPageCards(trip, person)),
      ...(await listTaskCards(trip, person)),
      ...(await listPortfolioCards(trip, person)),
      ...(await listDutyCards(trip)),
    ];
  }
  const customer = await findCustomer(trip.tx, person.customerId);
  if (!customer || person.side !== 'customer') return [refusal().card];
  return [situationCard(await getSituation(trip, customer.id), null)];
}
