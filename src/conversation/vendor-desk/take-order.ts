import type { Trip } from '../../shared/database.ts';
import type { GivenOrder, Inbound } from '../arrival/inbound.ts';
import type { Occasion } from '../arrival/occasion.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { readOrderWords } from '../words/order-words.ts';
import type { Order } from './commands/command.ts';
import { commands } from './commands/registry.ts';
import { pointAt } from './point-at.ts';

export interface OrderIn {
  readonly given: GivenOrder;
  /** Where it was given, in the platform's own ids; null alone with us. */
  readonly where: Inbound['in'];
}

/** Carries out a command that came from a form, a shortcut or an emoji; the command itself asks the permission table. */
export async function takeOrder(
  trip: Trip,
  occasion: Occasion,
  { given, where }: OrderIn,
): Promise<Reply[]> {
  const { actor } = occasion;
  if (actor?.side !== 'vendor') return [refusal()];
  const { said, isPreviewed } = readOrderWords(given.words);
  const order: Order = {
    name: given.command,
    said,
    occasion: { ...occasion, isMentioned: true, isAddressed: true },
    actor,
    ...(isPreviewed ? { isPreviewed } : {}),
  };
  if (given.about === null) return commands[given.command](trip, order);
  return pointAt(trip, order, { about: given.about, where });
}
