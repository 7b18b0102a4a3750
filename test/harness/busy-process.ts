import { appendFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createCryptoRandom } from '../../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { openDatabase, type Where } from '../../src/adapters/database/open-database.ts';
import type { Inbound } from '../../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../../src/delivery/find-way.ts';
import type { Outgoing, Sent, Surface } from '../../src/delivery/surface.ts';
import { createRunner } from '../../src/engine/runner.ts';
import { importSetup } from '../../src/setup/import-setup.ts';
import { readSetup } from '../../src/setup/setup.ts';
import { createWorld } from '../../src/world.ts';

/**
 * A Handrail process to be killed: inbound events come as JSON lines on standard input, each committed one is
 * answered with its id, and every hand-over to the platform is one appended line in the sent file.
 * Arguments: where the database is (JSON), the setup file, the sent file.
 */
const [place = '', setupFile = '', sentFile = ''] = process.argv.slice(2);
const clock = systemClock;
const random = createCryptoRandom();
const database = await openDatabase(JSON.parse(place) as Where, { clock, random });

const note = (message: Outgoing, what: string): Sent => {
  const { key, isRepeat } = message;
  appendFileSync(
    sentFile,
    `${JSON.stringify({ what, key, isRepeat, at: clock.now().toISOString() })}\n`,
  );
  return { outcome: 'sent', ref: message.messageId };
};
const surface: Surface = {
  platform: localPlatform,
  send: async message => {
    // A platform takes a moment, so that a kill can fall between the hand-over and its record.
    const sent = note(message, 'send');
    await new Promise(resolve => setTimeout(resolve, 3));
    return sent;
  },
  edit: async message => note(message, 'edit'),
  find: async () => undefined,
};

const silent = () => {};
const logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: (facts: object) => console.error(JSON.stringify(facts)),
};
const world = createWorld({
  database,
  clock,
  random,
  logger,
  surfaces: { connected: [], everywhere: surface },
});
const runner = createRunner({ engine: world.engine, sender: world.sender, logger });

const setup = readSetup(readFileSync(setupFile, 'utf8'), setupFile);
await database.trip(trip => importSetup(trip, setup));
setInterval(() => void runner.run(), 200);

const lines = createInterface({ input: process.stdin });
lines.on('line', async line => {
  const inbound = JSON.parse(line) as Inbound;
  await world.receive(inbound);
  process.stdout.write(`${inbound.id}\n`);
  void runner.run();
});
lines.on('close', async () => {
  await runner.stop();
  await database.close();
  process.exit(0);
});
process.on('SIGTERM', () => lines.close());
process.stdout.write('ready\n');
