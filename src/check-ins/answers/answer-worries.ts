import type { Trip } from '../../shared/database.ts';

/** A vendor person wrote where this customer reads: its worries have their answer, so none of them becomes a page. */
export async function answerWorries({ tx }: Trip, customerId: string): Promise<void> {
  await tx.checkIn.updateMany({
    where: { customerId, state: 'answered', answer: 'worried', dueAt: { not: null } },
    data: { dueAt: null },
  });
}
