import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { passOn } from '../pass-on.ts';
import { answer, type Reply } from '../reply.ts';
import type { Ask } from './ask.ts';

/** Money for what is bought already: the person for sales has it. */
export async function passBillingOn(trip: Trip, ask: Ask): Promise<Reply[]> {
  return passQuestionOn(trip, ask, {
    toId: ask.customer.salesId,
    kind: 'billing',
    what: 'asks about billing',
  });
}

/** What might be bought: the person for sales has it; a bot sells nothing. */
export async function passPurchaseOn(trip: Trip, ask: Ask): Promise<Reply[]> {
  return passQuestionOn(trip, ask, {
    toId: ask.customer.salesId,
    kind: 'purchase',
    what: 'asks about buying',
  });
}

/** Advice on plans is the advocate's to give. */
export async function passPlanningOn(trip: Trip, ask: Ask): Promise<Reply[]> {
  return passQuestionOn(trip, ask, { kind: 'planning', what: 'asks for advice' });
}

async function passQuestionOn(
  trip: Trip,
  ask: Ask,
  passed: { toId?: string | null; kind: string; what: string },
): Promise<Reply[]> {
  const taker = await passOn(trip, ask, passed);
  const who = taker
    ? shared`That is one for ${named(taker.name)}, who has it now in your words.`
    : shared`I can't answer that myself. I've written it down.`;
  return [answer(ask.customer.id, who)];
}
