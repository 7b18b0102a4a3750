import { findCustomer } from '../../customers/find-customer.ts';
import type { Person } from '../../customers/person.ts';
import type { Card } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { getSituation } from '../../situation/get-situation.ts';
import { situationCard } from '../../situation/situation-card.ts';
import { refusal } from '../replies/reply.ts';
import { listDutyCards } from './list-duty-cards.ts';
import { listPageCards } from './list-page-cards.ts';
import { listPortfolioCards } from './list-portfolio-cards.ts';
import { listTaskCards } from './list-task-cards.ts';

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
