import type { Person } from '../../customers/person.ts';
import { internal } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { listPortfolio } from '../../situation/list-portfolio.ts';
import { portfolioLine } from './portfolio-line.ts';

const shownAtMost = 10;

/** The customers this person looks after or manages, the one to look at first on top. */
export async function listPortfolioCards(trip: Trip, { id }: Person): Promise<Card[]> {
  const { rows, total } = await listPortfolio(trip, { kind: 'carer', personId: id }, shownAtMost);
  if (total === 0) return [];
  const lines = rows.map(portfolioLine);
  const more = total - rows.length;
  const rest = more > 0 ? [internal`And ${more} more, calmer than these.`] : [];
  const heading = internal`My customers, by risk`;
  return [internalCard('answer', null, { heading, body: [...lines, ...rest] })];
}
