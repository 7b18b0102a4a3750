import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { managementKind } from '../../../src/tasks/task.ts';
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
/** What is for somebody to do, but for what a page that rang to the end leaves its manager. */
const tasks = async () => {
  const others = await client().task.findMany({ where: { kind: { not: managementKind } } });
  return others.map(({ text }) => text);
};

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

describe('a night in which the platform stumbles', () => {
  const minute = 60_000;
  /** Said at this moment of the story, whenever it reaches us. */
  const saidAt = (moment: number, user: string, text: string) => ({
    from: local(user),
    in: at('northwind-shared'),
    saidAt: new Date(moment).toISOString(),
    said: { kind: 'text', text } as const,
  });

  test('"all good" that was overtaken by a worry eases nothing: the advocate has it with both times', async () => {
    const begun = world.stage.now().getTime();
    await world.pass(2 * minute);
    await send(world, saidAt(begun + minute, 'lead-1', 'I am worried about the totals'));
    const before = await confidence();
    await world.pass(minute);
    await send(world, saidAt(begun, 'lead-1', 'all good, everything works'));
    expect(await confidence()).toEqual(before);
    expect(await tasks()).toContainEqual(expect.stringMatching(/wrote .* reached me .*all good/));
  });

  test.each([
    ['by somebody else', 'member-1', minute],
    ['within a minute', 'lead-1', 0.5 * minute],
  ])('words that were overtaken %s are heard like any others', async (_how, user, behind) => {
    const begun = world.stage.now().getTime();
    await world.pass(behind);
    await send(world, saidAt(begun + 1, 'lead-1', 'I am worried about the totals'));
    const heard = await send(world, saidAt(begun, user, "what's happening now?"));
    expect(heard.map(({ name }) => name)).toContain('situation');
  });

  test("a colleague's step that is done is not begun again by an older word of theirs", async () => {
    const done = () => client().milestone.count({ where: { state: 'done' } });
    const before = await done();
    const begun = world.stage.now().getTime();
    await world.pass(3 * minute);
    await send(world, saidAt(begun + minute, 'adv-1', 'milestone northwind backup done'));
    const heard = await send(world, saidAt(begun, 'adv-1', 'milestone northwind backup underway'));
    expect(heard).toMatchObject([{ to: 'adv-1', text: expect.stringContaining('done nothing') }]);
    expect(await done()).toBe(before + 1);
  });

  test('a call that was overtaken still calls', async () => {
    const begun = world.stage.now().getTime();
    await world.pass(3 * minute);
    await send(world, saidAt(begun + minute, 'lead-1', "what's happening now?"));
    await send(world, saidAt(begun, 'lead-1', 'please get someone'));
    expect(await pages()).toBe(1);
  });

  test('what is delivered twice is heard once, also when it comes late', async () => {
    const inbound = {
      ...saidAt(world.stage.now().getTime(), 'lead-1', 'please get someone'),
      id: 'same',
    };
    await send(world, inbound);
    await world.pass(20 * minute);
    expect(await send(world, inbound)).toEqual([]);
    expect(await pages()).toBe(1);
    expect(await tasks()).toEqual([]);
  });

  test('what waited while Handrail stood still is told with its time, and in its order', async () => {
    const { stage } = world;
    const begun = stage.now().getTime();
    const waiting = [saidAt(begun, 'lead-1', 'all good'), saidAt(begun + 1, 'lead-1', 'thank you')];
    for (const [n, said] of waiting.entries())
      await stage.world.receive({ id: `waited-${n}`, addressed: true, threadOf: null, ...said });
    const before = await confidence();
    stage.moveTo(new Date(begun + 20 * minute));
    await stage.runUntilIdle();
    expect(await confidence()).toEqual(before);
    expect(await tasks()).toEqual([
      expect.stringContaining('"all good"'),
      expect.stringContaining('"thank you"'),
    ]);
  });

  test("a hand of three hours ago is nobody's trouble now: the advocate has it with both times", async () => {
    const sign = (hours: number) => ({
      from: local('lead-1'),
      in: at('northwind-shared'),
      saidAt: new Date(world.stage.now().getTime() - hours * 60 * minute).toISOString(),
      said: { kind: 'sign', sign: 'hand', ref: 'nothing' } as const,
    });
    expect((await send(world, sign(3))).map(({ name }) => name)).not.toContain('help-offer');
    expect(await tasks()).toEqual([expect.stringContaining('✋')]);
    expect((await send(world, sign(0))).map(({ name }) => name)).toContain('help-offer');
  });
});
