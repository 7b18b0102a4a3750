import type { Trip } from '../../shared/database.ts';

/** Called and not excused: a word from them is the answer that everybody waits for. */
export async function isExpected({ tx }: Trip, pageId: string, personId: string): Promise<boolean> {
  const calls = await tx.pageCall.count({
    where: { pageId, personId, state: { in: ['planned', 'called'] } },
  });
  return calls > 0;
}
