import { shared, type Text } from '../../delivery/audience.ts';
import { sharedCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { findDuty } from '../../situation/find-duty.ts';
import { dutyText } from '../../situation/situation-card.ts';
import { joined, named, personAction, personFoot } from '../../situation/text.ts';
import { listCallOrder } from '../list-call-order.ts';
import type { Reply } from '../reply.ts';
import type { Ask } from './ask.ts';

/** "Who is with us?", "how do I reach somebody?": who is there now, and who is called if nobody answers. */
export async function answerWho(trip: Trip, { customer }: Ask): Promise<Reply[]> {
  const duty = dutyText(await findDuty(trip, customer));
  const people = (await listCallOrder(trip, customer)).map(who => shared`${named(who)}`);
  const path: Text<'shared'>[] =
    people.length > 0
      ? [shared`Type page and I call ${joined(people, '; then ')}, until somebody has it.`]
      : [];
  const card = sharedCard('answer', customer.id, {
    body: [...(duty ? [shared`With you now: ${duty}`] : []), ...path],
    actions: [personAction(customer.id)],
    foot: personFoot,
  });
  return [{ card }];
}
