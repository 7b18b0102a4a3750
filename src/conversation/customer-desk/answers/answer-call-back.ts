import { shared, time } from '../../../delivery/audience.ts';
import { findSharedPage } from '../../../paging/page/find-shared-page.ts';
import { raisePage } from '../../../paging/raise-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { instantText } from '../../../shared/instant-text.ts';
import { named } from '../../../situation/text.ts';
import { reckoningOf } from '../../arrival/turn.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { readCallBack } from '../../words/call-back.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import type { Ask } from './ask.ts';

/**
 * "Call me at 7 please, not now": the advocate's, with the number and the hour that were read, so that a wrong one is
 * seen; a page that is open says it too.
 */
export async function answerCallBack(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, person, text, turn } = ask;
  const callBack = readCallBack(text, reckoningOf(trip, turn));
  const at = callBack?.at ?? null;
  const hour = at ? ` ${instantText(at)}` : '';
  const number = callBack?.number ? ` on ${callBack.number}` : '';
  const taker = await openAdvocateTask(trip, ask, {
    kind: 'call-back',
    what: `wants to be called back${hour}${number}`,
    urgency: 'now',
  });
  const page = await findSharedPage(trip.tx, customer.id);
  if (page) {
    await raisePage(trip, {
      customerId: customer.id,
      transitionId: page.transitionId,
      raisedBy: 'customer',
      raisedById: person?.id ?? null,
      words: text,
      callBack,
      isShared: true,
    });
  }
  const who = taker
    ? shared`${named(taker.name)} has it in your words`
    : shared`It is written down in your words`;
  const when = at ? shared`: a call ${time(at)}` : shared``;
  return [answer(customer.id, shared`${who}${when}.`)];
}
