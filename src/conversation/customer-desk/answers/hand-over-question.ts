import { keepQuestion } from '../../../advice/keep-question.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import type { Intent } from '../../../understanding/intent.ts';
import { says } from '../../../understanding/speech/say.ts';
import { speechOf } from '../../../understanding/speech/speech.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import { answerHelp } from './answer-help.ts';
import type { Ask } from './ask.ts';
import { askerOf } from './asker.ts';

/** What a bot must not answer itself, as the person who gets it reads it. */
const whats: Readonly<Partial<Record<Intent, string>>> = {
  billing: 'asks about billing',
  purchase: 'asks about buying',
  planning: 'asks for advice',
};

/** Money and buying are for the person for sales, advice on plans is the advocate's: they have the words, and a bot sells nothing. */
export async function handOverQuestion(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, understanding, text } = ask;
  const { intent } = understanding;
  // Whoever has a live problem is not sold to.
  if (understanding.offer || says(speechOf(text), 'goesWrong')) return answerHelp(trip, ask);
  const toId = intent === 'planning' ? null : customer.salesId;
  const taker = await openAdvocateTask(trip, ask, {
    toId,
    kind: intent,
    what: whats[intent] ?? 'asks',
  });
  if (taker)
    await keepQuestion(trip, {
      taskId: taker.taskId,
      customerId: customer.id,
      question: text,
      asker: askerOf(ask),
    });
  const who = taker
    ? shared`That is one for ${named(taker.name)}, who has it now in your words.${taker.back}`
    : shared`I can't answer that myself. I've written it down.`;
  return [answer(customer.id, who)];
}
