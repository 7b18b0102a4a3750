import type { Trip } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import { giveToAdvocate } from './give-to-advocate.ts';
import { notifyAdvocate } from './notify-advocate.ts';
import type { TakenWorry } from './take-worry.ts';

/** After "fine, one thing" the next words are the one thing; after that long without any it is the advocate's to ask. */
export const oneThingWithin = 30 * minute;

/** What the one thing is to the advocate. */
export const oneThingDoing = 'says it is fine, but for one thing';

/** The key of the task that the one thing is for the advocate. */
export function oneThingKey(checkInId: string): string {
  return `fine:${checkInId}`;
}

/** The one thing, once it is said, is the advocate's; until it is, it is waited for. */
export async function takeOneThing(trip: Trip, taken: TakenWorry): Promise<void> {
  const { checkIn, given, customer } = taken;
  const { tx, now, random } = trip;
  const { personId, words } = given;
  const { id } = checkIn;
  const dueAt = words ? null : plus(now, oneThingWithin);
  await tx.checkIn.update({ where: { id }, data: { dueAt } });
  if (!words) return;
  const key = oneThingKey(id);
  const saying = { customer, personId, doing: oneThingDoing, words, tone: 'neutral' } as const;
  const isKnown = (await tx.task.count({ where: { key } })) > 0;
  if (isKnown) await notifyAdvocate(trip, `${key}:${random.id()}`, saying);
  else await giveToAdvocate(trip, key, saying);
}
