import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openWire, type Wire } from '../../harness/cut-wire.ts';
import type { BusyChild } from './busy-child.ts';
import { type Chaos, openChaos } from './stage.ts';

/** Long runs: FREEZES=50 RESTARTS=20 CUTS=10 npm test -- test/system/chaos/interruption */
const freezes = Number(process.env.FREEZES ?? 1);
const restarts = Number(process.env.RESTARTS ?? 1);
const cuts = Number(process.env.CUTS ?? 1);

let chaos: Chaos;
let wire: Wire;
const children: BusyChild[] = [];
let feeding: NodeJS.Timeout;

beforeAll(async () => {
  chaos = await openChaos('postgres');
  wire = await openWire(chaos.server?.url ?? '');
  children.push(await chaos.start(), await chaos.start({ kind: 'postgres', url: wire.url }));
  feeding = setInterval(() => {
    for (const child of children) child.say(chaos.nextWords);
  }, 25);
}, 60_000);

afterAll(async () => {
  clearInterval(feeding);
  for (const child of children) child.kill();
  wire.close();
  await chaos.close();
});

const [first, second] = [() => children[0] as BusyChild, () => children[1] as BusyChild];

/** Both take in what is said, and answer for it. */
const bothWork = () => Promise.all(children.map(child => child.untilAcknowledged(3)));

/** Shorter than a lease, about as long as one, and longer. */
const standstills = fc.sample(fc.integer({ min: 100, max: 13_000 }), {
  seed: 20_261_130,
  numRuns: freezes,
});

test('two processes lose nothing and say nothing late or twice, whatever stands still, restarts or is cut off', async () => {
  for (const [n, milliseconds] of standstills.entries()) {
    const frozen = n % 2 === 0 ? first() : second();
    await bothWork();
    frozen.freeze();
    await pause(milliseconds);
    frozen.thaw();
  }
  for (let restart = 0; restart < restarts; restart += 1) {
    await bothWork();
    await chaos.server?.restart();
  }
  for (let cut = 0; cut < cuts; cut += 1) {
    await bothWork();
    wire.cut();
    await first().untilAcknowledged(3);
    await pause(500 + 900 * (cut % 7));
    wire.mend();
  }
  await bothWork();
  clearInterval(feeding);
  await chaos.untilHandled();
  for (const child of children) child.finish();
  for (const child of children) expect(await child.ended).toBe(0);
  const books = await chaos.expectNothingLost(children);
  console.info(
    `${freezes} standstills, ${restarts} restarts, ${cuts} cuts: ${JSON.stringify(books)}`,
  );
  expect(books.longestWait).toBeLessThan(30_000);
}, 3_600_000);
