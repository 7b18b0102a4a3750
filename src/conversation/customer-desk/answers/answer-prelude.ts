import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { Prelude } from '../../words/prelude.ts';
import type { Ask } from './ask.ts';

/** "I have a question", "cancel that": I wait for it, or ask what is to be taken back. */
export function answerPrelude(_: Trip, { customer }: Ask, prelude: Prelude): Promise<Reply[]> {
  const said = {
    question: shared`I'm here. Write it, and what I can't answer goes to a person, in your words.`,
    'taken-back': shared`All right. If there is something I should take back, write what it is.`,
  };
  return Promise.resolve([answer(customer.id, said[prelude])]);
}
