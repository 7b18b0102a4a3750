import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { listPortfolio } from '../../situation/list-portfolio.ts';
import { privateNote, type Reply, refusal } from '../reply.ts';
import type { Order } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `portfolio`: all customers, those at risk first. */
export async function showPortfolio(trip: Trip, order: Order): Promise<Reply[]> {
  if (!mayAnywhere(order)) return [refusal()];
  const rows = await listPortfolio(trip.tx, trip.now);
  return [privateNote(internal`${JSON.stringify(rows)}`)];
}
