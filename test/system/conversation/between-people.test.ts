import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { at, local, type Said, send } from './talk.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const aside = (text: string): Promise<Said[]> =>
  send(world, {
    from: local('lead-1'),
    in: at('northwind-shared'),
    addressed: false,
    said: { kind: 'text', text },
  });

describe('people who talk to each other', () => {
  test.each([
    'Grace, did you get the stock list?',
    'Grace, what is happening now?',
    '@Grace when is the copy done?',
    'hey Nora, when does the copy start?',
    'Tom, who is on call tonight?',
    'hi Grace, is the backup done?',
  ])('are not answered by us: "%s"', async text => {
    expect(await aside(text)).toEqual([]);
  });

  test.each([
    'anyone knows when the copy is done?',
    'does anybody know when the backup finishes?',
    'does someone know who is on call tonight?',
    'weiß jemand, wann die Kopie fertig ist?',
    'when does the copy of the balances start?',
  ])('are answered when they ask whoever knows: "%s"', async text => {
    expect(await aside(text)).not.toEqual([]);
  });
});

describe('a question of a word or two', () => {
  const says = (text: string) => world.says('lead-1', 'northwind-shared', text);
  const newest = () => world.seen('northwind-shared').at(-1)?.text ?? '';

  test.each(['and then?', 'und dann?', 'et ensuite ?', 'y luego?', 'e depois?', 'その後は？'])(
    '"%s" hears what comes next',
    async text => {
      await says("what's happening now?");
      await says(text);
      expect(newest()).toMatch(/Copy the balances/);
    },
  );

  test.each(['who?', 'wer?', 'qui ?'])('"%s" hears who is there', async text => {
    await says(text);
    expect(newest()).toContain('Nora Whitfield');
  });

  test('"still?" hears how it stands', async () => {
    await says('still?');
    expect(newest()).toContain('Back up the old system');
  });

  test('"how long until …" is answered from the plan', async () => {
    await says('how long until the stock is copied?');
    expect(newest()).toContain('Copy the stock');
  });
});

describe('a thread in which we are asked to be quiet', () => {
  const inThread = (text: string, addressed = false) =>
    send(world, {
      from: local('lead-1'),
      in: at('northwind-shared'),
      addressed,
      threadOf: 'thread-1',
      said: { kind: 'text', text },
    });
  const question = 'when does the copy of the balances start?';

  test('hears so once, and then only who names us, or calls for a person, is answered there', async () => {
    await inThread(question, true);
    expect(await inThread(question)).toHaveLength(1);
    const [told, ...more] = await inThread('please be quiet in this thread');
    expect([told?.threadOf, more]).toEqual(['thread-1', []]);
    expect(told?.text).toContain("I'll be quiet in this thread");
    expect(await inThread(question)).toEqual([]);
    expect(await inThread('mute this thread', true)).toEqual([]);
    expect(await inThread(question, true)).toHaveLength(1);
    const called = await inThread('page: nobody can post');
    expect(called.map(({ name }) => name)).toContain('page-receipt');
    expect((await inThread('you can speak in this thread again', true))[0]?.text).toContain(
      'I listen in this thread again',
    );
    expect(await inThread(question)).toHaveLength(1);
  });

  test('is left alone by what somebody there had wished to be told: it is said in the place', async () => {
    await inThread('tell me when the backup is done', true);
    await inThread('quiet in this thread', true);
    await world.says('adv-1', null, 'milestone northwind backup done');
    const [notice] = await world.stage.world.ports.database.client.message.findMany({
      where: { name: 'notice' },
    });
    expect([notice?.toPlaceId, notice?.threadOf]).toEqual(['northwind-shared', null]);
    expect(notice?.text).toContain('"Back up the old system" is done');
  });
});
