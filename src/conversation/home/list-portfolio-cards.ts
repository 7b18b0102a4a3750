import type { Person } from '../../customers/person.ts';
import { internal } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { listPortfolio } from '../../situation/list-portfolio.ts';
import { portfolioLine } from './portfolio-line.ts';

const shownAtMost = 10;

/** The customers this person looks after or manages, the one to look at first on top. */
export async function listPortfolioCards(trip: Trip, { id }: Person): Promise<Card[]> {
  const mine = await trip.tx.customer.findMany({
    where: { OR: [{ advocateId: id }, { backupId: id }, { managerId: id }] },
    select: { id: true },
  });
  if (mine.length === 0) return [];
  const rows = await listPortfolio(trip, { customerIds: mine.map(one => one.id) });
  const lines = rows.slice(0, shownAtMost).map(portfolioLine);
  const more = rows.length - shownAtMost;
  const rest = more > 0 ? [internal`And ${more} more, calmer than these.`] : [];
  const heading = internal`My customers, by risk`;
  return [internalCard('answer', null, { heading, body: [...lines, ...rest] })];
}
