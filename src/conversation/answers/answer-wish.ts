import { grantWish } from '../../check-ins/grant-wish.ts';
import { mayDo } from '../../customers/permission.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { findCurrentTransitions } from '../../transitions/find-transition.ts';
import { proposeGraduation } from '../../transitions/propose-graduation.ts';
import { actorOf, placeCustomerOf, zoneOf } from '../occasion.ts';
import { answer, type Reply, refusal } from '../reply.ts';
import { isContentStop, readWish } from '../wish-words.ts';
import type { Ask } from './ask.ts';

/** "Less", "more", "every morning", "not before 9", "stop": the customer sets its own rhythm. */
export async function answerWish(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, person, occasion, text, understanding } = ask;
  const about = {
    customerId: customer.id,
    managerId: customer.managerId,
    placeCustomerId: placeCustomerOf(occasion)?.id ?? null,
  };
  if (!person || !mayDo('ask.wish', actorOf(occasion), about)) return [refusal()];
  if (isContentStop(text) && (await proposeEnd(trip, ask))) return [];
  const leaning = understanding.intent === 'more' ? 'more' : 'less';
  const reading = { now: trip.now, timeZone: zoneOf(occasion), defaultTime: '09:00' };
  const wish = readWish(text, leaning, reading);
  const said = await grantWish(trip, { customerId: customer.id, personId: person.id, wish });
  return [answer(customer.id, shared`${said}`)];
}

/** "Thank you, you can stop calling" is success: the customer is asked whether this is the end. */
async function proposeEnd(trip: Trip, { customer, person, text }: Ask): Promise<boolean> {
  const transitions = await findCurrentTransitions(trip.tx, customer.id, trip.now);
  const settled = transitions.filter(({ phase }) => phase === 'settling' || phase === 'steady');
  for (const transition of settled) {
    await proposeGraduation(
      trip,
      transition.id,
      `${person?.name ?? 'The customer'} said: "${text}"`,
    );
  }
  return settled.length > 0 && settled.length === transitions.length;
}
