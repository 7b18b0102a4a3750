import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { receiveInbound } from '../../../src/conversation/arrival/receive-inbound.ts';
import { giveUpInbound } from '../../../src/conversation/give-up-inbound.ts';
import { takeInbound } from '../../../src/conversation/take-inbound.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { at, local } from './talk.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openRoom();
});
afterAll(() => world.close());

const client = () => world.stage.world.ports.database.client;
const trip = <T>(work: Parameters<TestWorld['trip']>[0]) => world.trip(work) as Promise<T>;
const inbound = (id: string, text: string): Inbound => ({
  id,
  from: local('lead-1'),
  in: at('northwind-shared'),
  addressed: true,
  threadOf: null,
  ref: id,
  said: { kind: 'text', text },
});

describe('what came in is handled once and never lost', () => {
  test('writes the same event down once and answers it once', async () => {
    const receive = () => world.stage.world.receive(inbound('e-1', "what's happening now?"));
    expect([await receive(), await receive()]).toEqual(['new', 'duplicate']);
    await world.stage.runUntilIdle();
    expect(await receive()).toBe('duplicate');
    await world.stage.runUntilIdle();
    expect(
      world.seen('northwind-shared').filter(line => line.message === 'situation'),
    ).toHaveLength(1);
  });

  test('handles a row once even when it is handed out twice', async () => {
    await receiveInbound(world.stage.world.ports, inbound('e-2', 'page'));
    const handleNext = () => trip(async each => (await takeInbound(each))?.handle());
    await handleNext();
    await handleNext();
    expect(await client().page.count()).toBe(1);
  });

  test('puts aside what it cannot read, with the reason', async () => {
    await client().inbox.create({
      data: {
        id: 'bad',
        payload: { nonsense: true },
        state: 'waiting',
        receivedAt: world.stage.now(),
        dueAt: world.stage.now(),
      },
    });
    await world.stage.runUntilIdle();
    const row = await client().inbox.findUniqueOrThrow({ where: { id: 'bad' } });
    expect(row).toMatchObject({ state: 'failed', dueAt: null });
    expect(row.error).not.toBe('');
  });

  test('tries four more times with growing pauses, then puts the words in front of a human', async () => {
    await receiveInbound(world.stage.world.ports, inbound('e-3', 'the ledger is wrong'));
    await client().inbox.update({ where: { id: 'e-3' }, data: { dueAt: null } });
    const pauses: (number | null)[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const before = world.stage.now();
      await world.stage.world.ports.database.trip(each =>
        giveUpInbound(each, 'e-3', new Error('no such thing')),
      );
      const row = await client().inbox.findUniqueOrThrow({ where: { id: 'e-3' } });
      pauses.push(row.dueAt ? (row.dueAt.getTime() - before.getTime()) / 1000 : null);
      await client().inbox.update({ where: { id: 'e-3' }, data: { dueAt: null } });
    }
    await world.stage.runUntilIdle();
    expect(pauses).toEqual([2, 4, 8, 16, null]);
    const alarm = world.seen('adv-1').at(-1);
    expect(alarm?.text).toContain('the ledger is wrong');
    expect(world.seen('northwind-shared').at(-1)?.text).toContain(
      'Something went wrong on my side',
    );
    expect((await client().inbox.findUniqueOrThrow({ where: { id: 'e-3' } })).state).toBe('failed');
  });

  test('keeps at most 4,000 characters of anybody’s words, and no control characters', async () => {
    await world.says('adv-1', null, `log northwind: a\u0000b\uD800 ${'x'.repeat(9_000)}`);
    const note = await client().event.findFirstOrThrow({ where: { kind: 'note' } });
    expect(note.text.length).toBeLessThanOrEqual(4_000);
    expect(note.text).not.toContain('\u0000');
    expect(note.text.endsWith('…')).toBe(true);
  });
});
