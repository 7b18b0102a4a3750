import type { Trip } from '../../shared/database.ts';
import type { GivenCommand, Inbound } from '../arrival/inbound.ts';
import type { Turn } from '../arrival/turn.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { readPreviewed } from '../words/previewed.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/registry.ts';
import { pointAt } from './point-at.ts';

export interface CommandIn {
  readonly given: GivenCommand;
  /** Where it was given, in the platform's own ids; null alone with us. */
  readonly where: Inbound['in'];
}

/** Carries out a command that came from a form, a shortcut or an emoji; the command itself asks the permission table. */
export async function giveCommand(
  trip: Trip,
  turn: Turn,
  { given, where }: CommandIn,
): Promise<Reply[]> {
  const { actor } = turn;
  if (actor?.side !== 'vendor') return [refusal()];
  const { said, isPreviewed } = readPreviewed(given.words);
  const command: Command = {
    name: given.command,
    said,
    turn: { ...turn, isMentioned: true, isAddressed: true },
    actor,
    ...(isPreviewed ? { isPreviewed } : {}),
  };
  if (given.about === null) return commands[given.command](trip, command);
  return pointAt(trip, command, { about: given.about, where });
}
