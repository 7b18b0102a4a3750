import { appendFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createCryptoRandom } from '../../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { openDatabase, type Where } from '../../src/adapters/database/open-database.ts';
import type { Inbound } from '../../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../../src/delivery/find-way.ts';
import {
  type Outgoing,
  type Sent,
  type Surface,
  tooLateToBegin,
} from '../../src/delivery/surface.ts';
import { createRunner } from '../../src/engine/runner.ts';
import { importSetup } from '../../src/setup/import-setup.ts';
import { readSetup } from '../../src/setup/setup.ts';
import type { MovableClock } from '../../src/shared/clock.ts';
import { minute, plus, since } from '../../src/shared/time.ts';
import { createWorld } from '../../src/world.ts';

/**
 * A Handrail process to be killed: inbound events come as JSON lines on standard input, each committed one is
 * answered with its id, one that could not be committed with "refused" and its id, and every hand-over to the platform is one appended line in the sent file. When the
 * input ends, a minute passes at once, in which the leases of the dead run out and what is left is said.
 * Arguments: where the database is (JSON), the setup file, the sent file.
 */
const [place = '', setupFile = '', sentFile = ''] = process.argv.slice(2);
let aheadMilliseconds = 0;
const clock: MovableClock = {
  now: () => plus(systemClock.now(), aheadMilliseconds),
  moveTo: instant => {
    aheadMilliseconds = since(systemClock.now(), instant);
  },
};
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
    if (!message.mayLeave()) return tooLateToBegin;
    // A platform takes a moment, so that a kill can fall between the hand-over and its record.
    const sent = note(message, 'send');
    await new Promise(resolve => setTimeout(resolve, 3));
    return sent;
  },
  edit: async message => (message.mayLeave() ? note(message, 'edit') : tooLateToBegin),
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
const ticks = setInterval(() => void runner.run(), 200);

async function receive(line: string): Promise<void> {
  const inbound = JSON.parse(line) as Inbound;
  try {
    await world.receive(inbound);
    process.stdout.write(`${inbound.id}\n`);
  } catch {
    process.stdout.write(`refused ${inbound.id}\n`);
  }
  void runner.run();
}

const lines = createInterface({ input: process.stdin });
const received: Promise<void>[] = [];
lines.on('line', line => received.push(receive(line)));
lines.on('close', async () => {
  clearInterval(ticks);
  await Promise.all(received);
  await world.engine.advanceTo(clock, plus(clock.now(), minute));
  await runner.stop();
  await database.close();
  process.exit(0);
});
process.stdout.write('ready\n');
