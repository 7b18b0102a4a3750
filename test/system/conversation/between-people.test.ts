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
