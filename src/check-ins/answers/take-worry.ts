import type { Customer } from '../../customers/customer.ts';
import { findOpenPage } from '../../paging/page/find-pages.ts';
import { raisePage } from '../../paging/raise-page.ts';
import type { Trip } from '../../shared/database.ts';
import type { CheckIn, CheckInAnswer } from '../asking/check-in.ts';
import { findScene } from '../cadence/load-scene.ts';
import { giveToAdvocate } from './give-to-advocate.ts';
import { notifyAdvocate } from './notify-advocate.ts';
import { worryDue, worryKey } from './watch-worry.ts';

/** An answer to a check-in, as it was before this answer. */
export interface TakenWorry {
  readonly checkIn: CheckIn;
  readonly given: CheckInAnswer;
  readonly customer: Customer;
}

/** The advocate has a worry at once, an open page gets it too, and it is watched until somebody answers. */
export async function takeWorry(
  trip: Trip,
  { checkIn, given, customer }: TakenWorry,
): Promise<void> {
  const { tx, now, random } = trip;
  const { personId } = given;
  const words = given.words ?? null;
  if (await findOpenPage(tx, customer.id)) {
    await raisePage(trip, {
      customerId: customer.id,
      raisedBy: 'customer',
      raisedById: personId,
      words: words ?? 'Worried.',
      isShared: true,
    });
    return;
  }
  const saying = { customer, personId, doing: 'is worried', words, tone: 'trouble' } as const;
  const isKnown = checkIn.answer === 'worried';
  if (isKnown) await notifyAdvocate(trip, `${worryKey(checkIn.id)}:${random.id()}`, saying);
  else await giveToAdvocate(trip, worryKey(checkIn.id), saying);
  const scene = await findScene(trip, checkIn.transitionId);
  if (!scene || isKnown) return;
  await tx.checkIn.update({ where: { id: checkIn.id }, data: { dueAt: worryDue(scene, now) } });
}
