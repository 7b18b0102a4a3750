import { setTimeout as pause } from 'node:timers/promises';
import { createCryptoRandom } from '../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../src/adapters/clock/system-clock.ts';
import { openDatabase } from '../src/adapters/database/open-database.ts';
import { localPlatform } from '../src/delivery/find-way.ts';
import type { Surface } from '../src/delivery/surface.ts';
import { createSender } from '../src/engine/sender.ts';
import { silent } from './world.ts';

/**
 * A sender of a process of its own, towards a platform that answers after 100 ms. Says `ready`; with the first line on
 * its standard input it begins, says one line for each hand-over, and ends with its input.
 */
const [url = ''] = process.argv.slice(2);
const sources = { clock: systemClock, random: createCryptoRandom() };
const database = await openDatabase({ kind: 'postgres', url }, sources);
const surface: Surface = {
  platform: localPlatform,
  send: async ({ messageId }) => {
    process.stdout.write(`sent ${performance.timeOrigin + performance.now()}\n`);
    await pause(100);
    return { outcome: 'sent', ref: messageId };
  },
  edit: async (_message, ref) => ({ outcome: 'sent', ref }),
  find: async () => undefined,
};
const sender = createSender({
  ...sources,
  database,
  logger: silent,
  surfaces: { connected: [], everywhere: surface },
  monotonicMilliseconds: () => performance.now(),
});
await database.client.organisation.findFirst();
process.stdin.once('data', () => {
  const ticking = setInterval(() => void sender.nudge(), 1_000);
  void sender.nudge();
  process.stdin.once('end', async () => {
    clearInterval(ticking);
    await sender.stop();
    await database.close();
  });
});
process.stdout.write('ready\n');
