import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { listPortfolio } from '../../../situation/list-portfolio.ts';
import { portfolioLine } from '../../home/portfolio-line.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** How many customers one message shows before it only counts. */
const shownAtMost = 20;

/** `portfolio`: all customers, those to look at first on top, each with its reasons. */
export async function portfolio(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { rows, total } = await listPortfolio(trip, { kind: 'everybody' }, shownAtMost);
  if (total === 0) return [privateNote(internal`There is no customer yet.`)];
  const lines = rows.map(portfolioLine);
  const more = total - rows.length;
  return [
    privateNote(...lines, ...(more > 0 ? [internal`And ${more} more, calmer than these.`] : [])),
  ];
}
