import type { Customer } from '../../../customers/customer.ts';
import { internal, type Text, time } from '../../../delivery/audience.ts';
import { ladderTexts } from '../../../readiness/ladder-words.ts';
import { listServing } from '../../../readiness/list-serving.ts';
import { loadLadder } from '../../../readiness/load-ladder.ts';
import { reachabilityOf } from '../../../readiness/readiness.ts';
import { reachabilityWords } from '../../../readiness/readiness-words.ts';
import type { Trip } from '../../../shared/database.ts';
import { day, plus, week } from '../../../shared/time.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import { placeCustomerOf } from '../../arrival/turn.ts';
import { note, privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** As many people as one answer names; what is more is counted. */
const most = 25;

/** A window that begins within so long is looked at as well. */
const near = week;

/** "tonight for", "for": words between the question and the customer's name. */
const loose = /^(?:(?:tonight|now|today)\b\s*)?(?:for\b\s*)?/i;

/**
 * `readiness`: whoever may be called for a customer, and whether anything would reach them; who lacks something first.
 * `readiness northwind`: that customer's ladder, level by level.
 */
export async function readiness(trip: Trip, command: Command): Promise<Reply[]> {
  const said = command.said.replace(loose, '').replace(/[?.!]+$/, '');
  if (said === '' && !placeCustomerOf(command.turn)) return overview(trip, command);
  return forCustomer(trip, { ...command, said }, async ({ customer }) => [
    note(customer.id, ...(await ladderOf(trip, customer))),
  ]);
}

/** Through the coming night, and through the next window where one is near. */
async function ladderOf(trip: Trip, customer: Customer): Promise<Text<'internal'>[]> {
  const { tx, now } = trip;
  const tonight = { from: now, until: plus(now, day) };
  const { levels } = await loadLadder(trip, customer, tonight);
  const texts = [
    internal`${customer.name}, until ${time(tonight.until)}:`,
    ...ladderTexts(levels, tonight),
  ];
  const transitions = await findCurrentTransitions(tx, customer.id, now);
  const ahead = transitions.find(
    ({ windowFrom, windowUntil }) => windowUntil > tonight.until && windowFrom < plus(now, near),
  );
  if (!ahead) return texts;
  const window = {
    from: ahead.windowFrom > now ? ahead.windowFrom : now,
    until: ahead.windowUntil,
  };
  const then = await loadLadder(trip, customer, window);
  return [
    ...texts,
    internal`${ahead.name}, ${time(window.from)} until ${time(window.until)}:`,
    ...ladderTexts(then.levels, window),
  ];
}

async function overview(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { people, known } = await listServing(trip);
  const rows = people.map(one => ({ name: one.name, state: reachabilityOf(one, known) }));
  const lacking = rows.filter(({ state }) => state !== 'ready');
  const ready = rows.length - lacking.length;
  const shown = lacking
    .slice(0, most)
    .map(({ name, state }) => internal`• ${name} ${reachabilityWords(state)}.`);
  const rest = lacking.length - shown.length;
  return [
    privateNote(
      internal`${String(ready)} of ${String(rows.length)} who may be called can be reached at the hours they serve.`,
      ...shown,
      ...(rest > 0 ? [internal`And ${String(rest)} more.`] : []),
      internal`For one customer, level by level: "readiness" and its name.`,
    ),
  ];
}
