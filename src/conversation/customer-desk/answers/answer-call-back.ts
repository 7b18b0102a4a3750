import { shared, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { momentIn } from '../../../understanding/times/moment.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import type { Ask } from './ask.ts';

/** "Call me at 7 please, not now": the advocate's, with the hour that was read, so that a wrong one is seen. */
export async function answerCallBack(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, text, turn } = ask;
  const reckoning = {
    now: trip.now,
    timeZone: zoneOf(turn),
    tense: 'future',
    defaultTime: '09:00',
  } as const;
  const moment = momentIn(text, reckoning);
  const taker = await openAdvocateTask(trip, ask, {
    kind: 'call-back',
    what: 'wants to be called back',
    urgency: 'now',
  });
  const who = taker
    ? shared`${named(taker.name)} has it in your words`
    : shared`It is written down in your words`;
  const when = moment && !moment.doubt ? shared`: a call ${time(moment.at)}` : shared``;
  return [answer(customer.id, shared`${who}${when}.`)];
}
