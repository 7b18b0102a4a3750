import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { listTaskCards } from '../../home/list-task-cards.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `tasks`: what waits for this person, the oldest first, each with its tick. */
export async function tasks(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const cards = await listTaskCards(trip, command.actor);
  if (cards.length === 0) return [privateNote(internal`Nothing waits for you.`)];
  return cards.map(card => ({ card, isPrivate: true }));
}
