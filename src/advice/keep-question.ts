import type { Trip } from '../shared/database.ts';

/** A question that a person is to answer, and where its asker is told. */
export interface Question {
  readonly taskId: string;
  readonly customerId: string;
  readonly question: string;
  readonly asker: {
    readonly personId: string | null;
    readonly placeId: string | null;
    readonly threadOf: string | null;
  };
}

/** Keeps who asked and where, so that they hear the answer. The same task twice is one question. */
export async function keepQuestion(
  { tx, now }: Trip,
  { taskId, customerId, question, asker }: Question,
): Promise<void> {
  const data = { taskId, customerId, question, ...asker, askedAt: now };
  await tx.advice.createMany({ data, skipDuplicates: true });
}
