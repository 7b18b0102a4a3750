import type { Trip } from '../shared/database.ts';

/** Takes back a message that nobody has seen yet; one that was sent stays. */
export async function withdrawMessage({ tx }: Trip, key: string): Promise<void> {
  await tx.message.updateMany({
    where: { key, state: 'waiting', sentRevision: 0 },
    data: { state: 'withdrawn', dueAt: null },
  });
}
