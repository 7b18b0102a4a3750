import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { minute, plus } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { channel, connectSlack, notice, ours, theirs } from './slack.ts';
import { type Said, send } from './talk.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
  await connectSlack(world);
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const now = () => world.stage.world.ports.clock.now();
const nora = ours('U0NORA');
const said = "Lakeside's bank details are wrong";

/** Lakeside's channel is given to Northwind, by the advocate, in words. */
async function handOver(): Promise<void> {
  await notice(world, { channel: 'C0LAKE', notice: { kind: 'changed' }, outside: ['T0CUST'] });
  await send(world, {
    from: nora,
    said: { kind: 'text', text: 'place lakeside-shared is northwind, shared' },
  });
}

interface Words {
  readonly text: string | null;
  readonly at: Date | null;
}

const logs = (about: Words, ref = 'C0LAKE/1.1'): Promise<Said[]> =>
  send(world, {
    from: nora,
    in: channel('C0LAKE'),
    said: {
      kind: 'command',
      command: 'log',
      words: '',
      about: { ref, text: about.text, at: about.at?.toISOString() ?? null, author: null },
    },
  });

const logged = () =>
  client().event.findMany({
    where: { customerId: 'northwind', text: { contains: 'bank details' } },
  });

test('what was said while the channel was another customer’s is not filed under its new owner', async () => {
  const before = now();
  await world.pass(minute);
  await handOver();
  expect((await logs({ text: said, at: before }))[0]?.text).toContain("can't see that message");
  expect((await logs({ text: said, at: null }))[0]?.text).toContain("can't see that message");
  expect(await logged()).toEqual([]);
});

test('nor when we heard it ourselves, and nobody says when that was', async () => {
  await send(world, {
    from: theirs('U0ZULE', 'T0LAKE'),
    in: channel('C0LAKE'),
    addressed: false,
    ref: 'slack:T0VEND:C0LAKE/1.1',
    said: { kind: 'text', text: said },
  });
  await world.pass(minute);
  await handOver();
  await logs({ text: null, at: null });
  await logs({ text: null, at: now() });
  expect(await logged()).toEqual([]);
});

test('nor our own words to the one it was', async () => {
  await client().message.updateMany({
    where: { toPlaceId: 'lakeside-shared' },
    data: { externalRef: 'C0LAKE/1.1' },
  });
  expect(await client().message.count({ where: { externalRef: 'C0LAKE/1.1' } })).toBeGreaterThan(0);
  await handOver();
  const later = plus(now(), minute);
  expect((await logs({ text: said, at: later }))[0]?.text).toContain("can't see that message");
});

test('what is said from then on is the new owner’s', async () => {
  await handOver();
  await logs({ text: said, at: plus(now(), minute) }, 'C0LAKE/2.2');
  expect(await logged()).toHaveLength(1);
});
