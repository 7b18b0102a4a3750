import type { Trip } from '../shared/database.ts';
import { commands } from './commands/registry.ts';
import type { Inbound } from './inbound.ts';
import type { Occasion } from './occasion.ts';
import { type Reply, refusal } from './reply.ts';

type Given = Extract<Inbound['said'], { kind: 'order' }>;

/** Carries out a command that came from a form or a shortcut; the command itself asks the permission table. */
export async function takeOrder(
  trip: Trip,
  occasion: Occasion,
  { command, words }: Given,
): Promise<Reply[]> {
  const { actor } = occasion;
  if (actor?.side !== 'vendor') return [refusal()];
  const meant = { ...occasion, isMentioned: true, isAddressed: true };
  return commands[command](trip, { name: command, said: words, occasion: meant, actor });
}
