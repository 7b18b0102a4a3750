import { findCustomer } from '../../../customers/find-customer.ts';
import { lanes } from '../../../delivery/draft.ts';
import type { Ports, Trip } from '../../../shared/database.ts';
import { HandrailError } from '../../../shared/errors.ts';
import { answerOnce, type OnceKey } from './answer-once.ts';
import { noCustomer } from './identify.ts';
import type { Answer, Operation, RawCall } from './operation.ts';

/** One operation that somebody who may asked for. */
export interface Asked {
  readonly operation: Operation;
  readonly call: RawCall;
  /** Under which key it is done once; left out, it is done each time. */
  readonly once?: OnceKey | null;
}

/** Carries an answer out of a trip that must change nothing. */
class TakenBack extends HandrailError {
  readonly code = 'taken-back';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('This was only tried.');
    this.answer = answer;
  }
}

/** Does it, in one trip. What only was to be tried is taken back, and its answer stays. Throws the problem to answer with. */
export async function carryOut({ database }: Ports, asked: Asked): Promise<Answer> {
  const { operation, call } = asked;
  const { customerId } = call.params;
  const work = async (trip: Trip) => {
    const answer = await doIn(trip, asked);
    if (answer.isTried) throw new TakenBack(answer);
    return { ...answer, lanes: lanes.filter(lane => trip.lanes.has(lane)) };
  };
  const isShared = operation.isShared && customerId !== undefined;
  return tried(() => (isShared ? database.together(customerId, work) : database.trip(work)));
}

/** What it would answer; nothing is written. Throws the problem it would answer with. */
export async function tryOut({ database }: Ports, asked: Asked): Promise<Answer> {
  return tried(() =>
    database.trip(async trip => {
      throw new TakenBack(await doIn(trip, asked));
    }),
  );
}

async function tried(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TakenBack) return { ...error.answer, isNews: false };
    throw error;
  }
}

async function doIn(trip: Trip, { operation, call, once }: Asked): Promise<Answer> {
  await assertCustomer(trip, operation, call);
  return once ? answerOnce(trip, { operation, call }, once) : operation.run(trip, call);
}

/** A customer is made by its own address alone; below it there must be one. */
async function assertCustomer({ tx }: Trip, operation: Operation, call: RawCall): Promise<void> {
  const { customerId } = call.params;
  if (customerId === undefined || operation.id === 'saveCustomer') return;
  if (!(await findCustomer(tx, customerId))) throw noCustomer();
}
