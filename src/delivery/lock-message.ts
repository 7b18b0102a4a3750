import type { Trip, Tx } from '../shared/database.ts';

export type MessageRow = NonNullable<Awaited<ReturnType<Tx['message']['findUnique']>>>;

/**
 * The message as it stands, kept as it is until this trip ends; null when there is none. Hazard: decided from a
 * row read without this, an edit and the end of a send that meet undo each other.
 */
export async function lockMessage({ tx }: Trip, key: string): Promise<MessageRow | null> {
  await tx.$queryRaw`SELECT id FROM message WHERE key = ${key} FOR UPDATE`;
  return tx.message.findUnique({ where: { key } });
}
