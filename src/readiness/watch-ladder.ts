import { createHash } from 'node:crypto';
import type { Customer } from '../customers/customer.ts';
import { findAdvocate } from '../customers/find-advocate.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { internal } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { asFact } from '../delivery/fact-words.ts';
import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import { findTransition } from '../transitions/find-transition.ts';
import type { Transition } from '../transitions/transition.ts';
import type { LevelStanding } from './ladder.ts';
import { ladderTexts } from './ladder-words.ts';
import { type Ladder, loadLadder } from './load-ladder.ts';
import { leftOf, lookAfter, shortlyBefore } from './next-look.ts';
import { canWake } from './readiness.ts';

/**
 * Engine handler: before a window, and whenever something changes shortly before or in it, looks whether every level of
 * its ladder reaches somebody. What is missing is told to whoever manages the customer: three days ahead in their hours,
 * in the last hours at once.
 */
export async function watchLadder(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  const transition = await findTransition(tx, transitionId);
  const isOver = !transition || transition.phase === 'graduated' || transition.windowUntil <= now;
  const reachDueAt = isOver ? null : lookAfter(transition, now);
  await tx.transition.updateMany({ where: { id: transitionId }, data: { reachDueAt } });
  if (isOver) return;
  const customer = await getCustomer(tx, transition.customerId);
  const ladder = await loadLadder(trip, customer, leftOf(transition, now));
  if (!isLacking(ladder)) return;
  const manager = await findPerson(tx, customer.managerId);
  const to = manager?.active ? manager : await findAdvocate(trip, customer);
  if (to) await tell(trip, { transition, customer, levels: ladder.levels, personId: to.id });
}

/** That nothing here would wake anybody is the operator's to mend, and told to nobody else. */
function isLacking({ levels, lookout }: Ladder): boolean {
  const contacts = [...lookout.people.values()].flatMap(({ contact }) => contact);
  const isOperators = !canWake(lookout.known, contacts);
  return levels.some(
    ({ reliance, gaps }) =>
      gaps.length > 0 || (reliance !== 'ready' && !(isOperators && reliance === 'chat-only')),
  );
}

interface Found {
  readonly transition: Transition;
  readonly customer: Pick<Customer, 'name'>;
  readonly levels: readonly LevelStanding[];
  readonly personId: string;
}

async function tell(trip: Trip, { transition, customer, levels, personId }: Found): Promise<void> {
  const { now } = trip;
  const { id, name, customerId, windowFrom } = transition;
  const isSoon = now >= plus(windowFrom, -shortlyBefore);
  const found = createHash('sha256').update(essenceOf(levels)).digest('hex').slice(0, 16);
  const heading = internal`⚠️ ${customer.name}, ${name}: not every level reaches somebody`;
  const body = ladderTexts(levels, leftOf(transition, now));
  const how = internal`Type "readiness" and the customer's name for who lacks what.`;
  await tellColleague(trip, {
    // The same is told again shortly before, and not at every change of something else.
    key: `ladder:${id}:${isSoon ? 'soon' : 'ahead'}:${found}`,
    personId,
    customerId,
    kind: 'notice',
    text: [heading, ...body.slice(0, 1), how].map(text => asFact(text).text).join(' '),
    urgency: isSoon ? 'now' : 'in-hours',
    card: internalCard('shift', customerId, { heading, body }),
  });
}

/** What was found, without what moves by itself while a window passes. */
function essenceOf(levels: readonly LevelStanding[]): string {
  return JSON.stringify(
    levels.map(({ reliance, people, gaps }) => [
      reliance,
      people.map(one => [one.id, one.reliance, one.ways]),
      gaps.map(({ scheduleId, until }) => [scheduleId, until]),
    ]),
  );
}
