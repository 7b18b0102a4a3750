import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { inWindow, openRoom } from './room.ts';
import { at, local, type Said, send } from './talk.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const pages = () => client().page.count();
const confidence = async () =>
  (await client().evidence.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);
const tasks = async () => (await client().task.findMany()).map(({ text }) => text);

function said(
  text: string,
  {
    minutesAgo,
    user = 'lead-1',
    addressed = true,
  }: { minutesAgo: number; user?: string; addressed?: boolean },
): Promise<Said[]> {
  const saidAt = new Date(world.stage.now().getTime() - minutesAgo * 60_000).toISOString();
  return send(world, {
    from: local(user),
    in: at('northwind-shared'),
    addressed,
    saidAt,
    said: { kind: 'text', text },
  });
}

describe('words that reach us late', () => {
  test.each([15, 14])('said %i minutes ago they are heard like any others', async minutesAgo => {
    await said('please get someone', { minutesAgo });
    expect(await pages()).toBe(1);
    expect(await tasks()).toEqual([]);
  });

  test('a call of an hour ago still calls', async () => {
    await said('please get someone', { minutesAgo: 60 });
    expect(await pages()).toBe(1);
  });

  test('a call of over two hours ago wakes nobody: the advocate has it with both times', async () => {
    const heard = await said('please get someone', { minutesAgo: 121 });
    expect(await pages()).toBe(0);
    expect(await tasks()).toEqual([
      'Daniel Reyes wrote ⟨2026-03-06T21:19:00.000Z⟩, and it reached me ⟨2026-03-06T23:20:00.000Z⟩: "please get someone" I called nobody; please see whether it still holds.',
    ]);
    expect(heard.find(({ to }) => to === 'northwind-shared')?.text).toContain(
      'You wrote this 16:19; it reached me 18:20. Nora Whitfield has that now in your words, and sees to it.',
    );
    expect(heard.find(({ to }) => to === 'adv-1')?.text).toContain('21:19');
    const [fact] = await client().event.findMany({
      where: { externalId: { startsWith: 'late:' } },
    });
    expect(fact).toMatchObject({
      at: new Date('2026-03-06T21:19:00Z'),
      recordedAt: new Date(inWindow),
      visibility: 'internal',
    });
  });

  test('a call said before the page was resolved wakes nobody again', async () => {
    await world.says('lead-1', 'northwind-shared', 'page');
    await world.says('adv-1', null, 'ack');
    await world.pass(5 * 60_000);
    await world.says('adv-1', null, 'resolve northwind: it was the queue');
    await world.pass(20 * 60_000);
    await said('please get someone', { minutesAgo: 22 });
    expect(await pages()).toBe(1);
    expect((await client().page.findFirstOrThrow()).resolvedAt).not.toBeNull();
    expect(await tasks()).toContainEqual(expect.stringContaining('I called nobody'));
  });

  test.each(['all good, everything works', 'please stop checking in', 'only weekly please'])(
    '"%s" moves neither confidence nor check-ins',
    async text => {
      const before = await confidence();
      const cadence = await client().cadence.findMany();
      await said(text, { minutesAgo: 16 });
      expect(await confidence()).toEqual(before);
      expect(await client().cadence.findMany()).toEqual(cadence);
      expect(await tasks()).toEqual([expect.stringContaining(text)]);
    },
  );

  test('what people said to each other is over, and nobody is told', async () => {
    expect(await said('see you at lunch', { minutesAgo: 60, addressed: false })).toEqual([]);
    expect(await tasks()).toEqual([]);
  });

  test("a colleague's command is not carried out: they are told, alone", async () => {
    const heard = await said('milestone northwind backup done', { minutesAgo: 40, user: 'adv-1' });
    expect(heard).toMatchObject([{ to: 'adv-1', text: expect.stringContaining('done nothing') }]);
    expect(await client().milestone.count({ where: { state: 'done' } })).toBe(0);
  });
});
