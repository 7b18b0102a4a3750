import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Tx } from '../../../shared/database.ts';
import type { Practice, RoomParts } from '../room/room-parts.ts';

/** What a form says, read within a trip; null when there is nothing in it. */
export type Reading = (tx: Tx, id: string) => Promise<Inbound | null>;

/** Takes in what a form says and lets it be dealt with. The same nonce is the same event: a form sent twice is heard once. */
export async function receive(
  parts: RoomParts,
  nonce: string | undefined,
  read: Reading,
): Promise<void> {
  const { ports, receive: takeIn } = parts.world;
  const id = `room-${nonce ?? ports.random.id()}`;
  const inbound = await ports.database.trip(({ tx }) => read(tx, id));
  if (!inbound) return;
  await takeIn(inbound);
  await runUntilIdle(parts);
}

const patienceMilliseconds = 3_000;

/** Lets what follows from an act happen before the page is shown again, within reason. */
export async function runUntilIdle({ world }: Pick<Practice, 'world'>): Promise<void> {
  let giveUp: NodeJS.Timeout | undefined;
  const patience = new Promise<void>(resolve => {
    giveUp = setTimeout(resolve, patienceMilliseconds);
  });
  try {
    await Promise.race([world.engine.runUntilIdle(), patience]);
  } finally {
    clearTimeout(giveUp);
  }
}
