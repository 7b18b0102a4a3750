import type { CommandName } from '../../customers/permission.ts';
import { current } from '../../leaves/leave.ts';
import type { Trip } from '../../shared/database.ts';
import { placeCustomerOf, type Turn, zoneOf } from '../arrival/turn.ts';
import { listCustomers } from '../naming/list-customers.ts';
import { isRhythm } from '../words/cadence-words.ts';
import { readCoverQuestion } from '../words/cover-words.ts';
import { isBack, readLeave } from '../words/leave-words.ts';
import { matchName } from '../words/names.ts';
import { readOrder } from '../words/order-words.ts';
import { parseCommand } from './commands/parse-command.ts';

/** "I'm off for two weeks", and "I'm back" from somebody for whom others stand in. */
async function isLeaving({ tx, now }: Trip, turn: Turn, text: string): Promise<boolean> {
  if (readLeave(text, { now, timeZone: zoneOf(turn) })) return true;
  if (!isBack(text) || !turn.actor) return false;
  const theirs = { personId: turn.actor.id, state: { in: [...current] } };
  return (await tx.standIn.count({ where: theirs })) > 0;
}

/** Command words that questions begin with as well. */
const halfAsked: readonly CommandName[] = ['who', 'why', 'status', 'show'];

/** "Show me the portfolio" is the command behind the politeness. */
function unpolite(said: string): string {
  return said.replace(/^(?:me|us)\b\s*/i, '').replace(/^(?:the|all|my|our)\s+/i, '');
}

/** The command that a sentence asks for, about the customer named in it; null when it asks for none. */
export async function findOrder(
  trip: Trip,
  turn: Turn,
  text: string,
): Promise<{ name: CommandName; said: string } | null> {
  if (await isLeaving(trip, turn, text))
    return { name: 'leave', said: isBack(text) ? 'cancel' : text };
  const covering = readCoverQuestion(text);
  if (covering) return { name: 'cover', said: `${covering.name} ${covering.rest.trim()}` };
  const order = readOrder(text);
  const typed = parseCommand(text);
  const shown = typed?.name === 'show' ? parseCommand(unpolite(typed.said)) : null;
  if (!order && shown) return shown;
  if (!order && !typed && isRhythm(text)) return { name: 'cadence', said: text };
  if (!order || (typed && !halfAsked.includes(typed.name))) return null;
  const { name, told } = order;
  const match = matchName(told?.to ?? text, await listCustomers(trip.tx));
  const named = match.kind === 'one' ? match.found.id : null;
  // Words for a customer are told to nobody else: without a customer of that name it is no order.
  if (told) return named ? { name, said: `${named}: ${told.words}` } : null;
  // Pages are asked for by their time: "who carried too much last week?"
  if (name === 'pages') return { name, said: text };
  return { name, said: named ?? placeCustomerOf(turn)?.id ?? '' };
}
