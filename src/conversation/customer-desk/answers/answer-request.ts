import { shared } from '../../../delivery/audience.ts';
import { findSharedPage } from '../../../paging/page/find-shared-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import { named } from '../../../situation/text.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { Request } from '../../words/request.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import { answerAskedPerson } from './answer-asked-person.ts';
import { answerNoticeWish } from './answer-notice-wish.ts';
import { answerWish } from './answer-wish.ts';
import type { Ask } from './ask.ts';

/** What a customer would like of us: granted where a program may, else with the person who can. */
export async function answerRequest(trip: Trip, ask: Ask, request: Request): Promise<Reply[]> {
  switch (request.kind) {
    case 'notice': {
      const kept = await answerNoticeWish(trip, ask, request.when);
      return kept ?? handOverNotice(trip, ask);
    }
    case 'told-anyway':
      return [
        answer(
          ask.customer.id,
          shared`I do that without being asked: when a step runs late or is taken back, I say so here as soon as I know.`,
        ),
      ];
    case 'asks-another':
      return (
        (await answerAskedPerson(trip, ask)) ??
        handOver(trip, ask, 'asks that somebody else be asked')
      );
    case 'advocates':
      return handOver(trip, ask, 'asks for something only a person can give');
    case 'rhythm':
      return answerWish(trip, ask);
    default:
      return unreachable(request);
  }
}

/** "Tell me the second she's sorted it": the end of their own page is said anyway, and the rest is for a person. */
async function handOverNotice(trip: Trip, ask: Ask): Promise<Reply[]> {
  const page = await findSharedPage(trip.tx, ask.customer.id);
  const told =
    page && answer(ask.customer.id, shared`I say here at once when your page is resolved.`);
  return [...(told ? [told] : []), ...(await handOver(trip, ask, 'asks to be told'))];
}

async function handOver(trip: Trip, ask: Ask, what: string): Promise<Reply[]> {
  const taker = await openAdvocateTask(trip, ask, { kind: 'request', what });
  const who = taker ? shared`${named(taker.name)} has` : shared`The people behind me have`;
  const back = taker?.back ?? shared``;
  return [answer(ask.customer.id, shared`${who} that now in your words, and sees to it.${back}`)];
}
