import type { Database, Json } from '../../shared/database.ts';
import {
  minimise,
  type SecondOpinion,
  wantsSecondOpinion,
} from '../../understanding/second-opinion.ts';
import { understand } from '../../understanding/understand.ts';
import type { Inbound } from './inbound.ts';
import type { Incoming } from './incoming.ts';

/**
 * Asks for a second opinion on a message that has been written down, outside any transaction, and leaves it with
 * the message, which is then handled at once. When no answer comes, the message is due by itself a moment later.
 */
export async function askSecondOpinion(
  database: Database,
  secondOpinion: SecondOpinion,
  { id, said }: Inbound,
): Promise<void> {
  if (said.kind !== 'text') return;
  const opinion = await secondOpinion.ask(minimise(said.text));
  await database.trip(({ tx, now }) =>
    tx.inbox.updateMany({
      where: { id, state: 'waiting' },
      data: { dueAt: now, ...(opinion ? { opinion: opinion as unknown as Json } : {}) },
    }),
  );
}

/** True for words that we are not sure of by ourselves. */
export function isWorthAsking(incoming: Incoming): incoming is Inbound {
  if (!('said' in incoming) || incoming.said.kind !== 'text') return false;
  return wantsSecondOpinion(understand(incoming.said.text));
}
