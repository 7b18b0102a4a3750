import type { Customer } from '../../customers/customer.ts';
import type { Trip } from '../../shared/database.ts';
import type { CheckIn } from '../asking/check-in.ts';
import { giveToAdvocate } from './give-to-advocate.ts';
import { oneThingDoing, oneThingKey } from './take-one-thing.ts';

/** Nobody has said what the one thing is: it is not asked again, the advocate has it as a task. */
export async function watchOneThing(
  trip: Trip,
  { customer, checkIn }: { readonly customer: Customer; readonly checkIn: CheckIn },
): Promise<void> {
  const { id, answeredById: personId, words } = checkIn;
  await trip.tx.checkIn.update({ where: { id }, data: { dueAt: null } });
  const saying = { customer, personId, doing: oneThingDoing, words, tone: 'neutral' } as const;
  await giveToAdvocate(trip, oneThingKey(id), saying);
}
