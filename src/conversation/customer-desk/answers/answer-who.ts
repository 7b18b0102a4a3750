import type { Customer } from '../../../customers/customer.ts';
import { findPerson } from '../../../customers/find-person.ts';
import { shared, strong, type Text, time } from '../../../delivery/audience.ts';
import { sharedCard } from '../../../delivery/card.ts';
import { inTurnText } from '../../../delivery/listed.ts';
import { findSharedPage } from '../../../paging/page/find-shared-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { findDuty } from '../../../situation/find-duty.ts';
import { dutyText } from '../../../situation/situation-card.ts';
import { personAction, personFoot } from '../../../situation/text.ts';
import { openly } from '../../../timeline/event.ts';
import type { Reply } from '../../replies/reply.ts';
import { listCallOrder } from '../list-call-order.ts';
import type { Ask } from './ask.ts';

/** "Who is with us?", "how do I reach somebody?": who is there now, and who is called if nobody answers. */
export async function answerWho(trip: Trip, { customer }: Ask): Promise<Reply[]> {
  return whoIsThere(trip, { customer, first: await ownerText(trip, customer.id) });
}

/** "Did you ring somebody for us?", where nobody is called: that first, and who would be. */
export function answerNoPageOpen(trip: Trip, { customer }: Ask): Promise<Reply[]> {
  return whoIsThere(trip, { customer, first: [shared`No page of yours is open.`] });
}

interface Shown {
  readonly customer: Customer;
  readonly first: readonly Text<'shared'>[];
}

async function whoIsThere(trip: Trip, { customer, first }: Shown): Promise<Reply[]> {
  const duty = dutyText(await findDuty(trip, customer));
  const path = pathText(await listCallOrder(trip, customer));
  const card = sharedCard('answer', customer.id, {
    body: [...first, ...(duty ? [shared`With you now: ${duty}`] : []), ...path],
    actions: [personAction(customer.id)],
    foot: personFoot,
  });
  return [{ card }];
}

/** How many people a worried reader is told of; more are called all the same. */
const namedAtMost = 3;

/** Who is called first, and then in one line who after that. */
function pathText([first, ...others]: readonly Text<'shared'>[]): Text<'shared'>[] {
  if (first === undefined) return [];
  const call = shared`Type page and I call ${first} at once.`;
  const after = others.slice(0, namedAtMost - 1);
  const last = others.length > after.length ? shared`, and on` : shared``;
  if (after.length === 0) return [shared`${call} I go on until somebody has it.`];
  return [call, shared`After that ${inTurnText(after)}${last}, until somebody has it.`];
}

/** Who has the customer's own page: the first thing somebody who waits wants to know. */
async function ownerText({ tx }: Trip, customerId: string): Promise<Text<'shared'>[]> {
  const page = await findSharedPage(tx, customerId);
  if (!page) return [];
  const owner = await findPerson(tx, page.ownerId);
  if (!owner) return [shared`I have been calling for your page since ${time(page.raisedAt)}.`];
  const since = time(page.acknowledgedAt ?? page.raisedAt);
  return [shared`${strong(openly(owner.name))} has your page, since ${since}.`];
}
