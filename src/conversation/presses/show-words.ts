import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import { findAngryWords } from '../vendor-desk/find-angry-words.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Show the words": what somebody wrote in anger, for whoever asked and nobody else. */
export async function showWords(trip: Trip, { subject }: CheckedPress): Promise<Reply[]> {
  const [found] = await findAngryWords(trip.tx, { id: subject });
  return [
    privateNote(found ? internal`“${found.said}”` : internal`Those words are not kept any more.`),
  ];
}
