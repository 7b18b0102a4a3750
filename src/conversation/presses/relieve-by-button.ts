import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { unreachable } from '../../shared/errors.ts';
import { askRelief } from '../../shifts/ask-relief.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Ask Tom": the colleague is asked to take a night of somebody who has carried a lot. */
export async function relieveByButton(trip: Trip, { subject }: CheckedPress): Promise<Reply[]> {
  const outcome = await askRelief(trip, subject);
  switch (outcome.kind) {
    case 'asked':
      return [
        privateNote(internal`${outcome.colleagueName} is asked; on yes the night is theirs.`),
      ];
    case 'already':
      return [privateNote(internal`They were asked already.`)];
    case 'over':
      return [privateNote(internal`That night is over.`)];
    default:
      return unreachable(outcome);
  }
}
