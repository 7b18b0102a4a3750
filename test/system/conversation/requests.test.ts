import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { after, openRoom } from './room.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const place = 'northwind-shared';
const says = (text: string) => world.says('lead-1', place, text);
const newest = () => world.seen(place).at(-1)?.text ?? '';
const client = () => world.stage.world.ports.database.client;
const cadences = () => client().cadence.findMany({ where: { customerId: 'northwind' } });

describe('a step somebody waits for', () => {
  test.each(['let me know when the backup is done', 'ping me when the backup is done'])(
    '"%s" is kept, and told once',
    async text => {
      await says(text);
      expect(newest()).toContain('I\'ll tell you here once "Back up the old system" is done');
      await world.says('adv-1', null, 'milestone northwind backup underway');
      await world.says('adv-1', null, 'milestone northwind backup done');
      await world.says('adv-1', null, 'publish northwind: one more fact');
      const told = world.seen(place).filter(line => line.text.includes('You asked at'));
      expect(told.map(line => line.text)).toEqual([
        expect.stringContaining('"Back up the old system" is done since'),
      ]);
      expect(await cadences()).not.toContainEqual(expect.objectContaining({ rung: '30m' }));
    },
  );

  test('that two of them wait for is told both in one message', async () => {
    await says('let me know when the backup is done');
    await world.says('member-1', place, 'please tell me when the backup is done');
    await world.says('adv-1', null, 'milestone northwind backup underway');
    await world.says('adv-1', null, 'milestone northwind backup done');
    const told = world.seen(place).filter(line => line.message === 'notice');
    expect(told).toHaveLength(1);
    expect(told[0]?.text.match(/You asked at/g)).toHaveLength(2);
  });

  test('is told as it stands when it is done already', async () => {
    await world.says('adv-1', null, 'milestone northwind backup underway');
    await world.says('adv-1', null, 'milestone northwind backup done');
    await says('tell me when the backup is done');
    expect(newest()).toContain('Back up the old system');
    expect(await client().notice.count()).toBe(0);
  });

  test('that the plan does not know is with the advocate', async () => {
    await says('let me know when the coffee machine is done');
    expect(newest()).toContain('Nora Whitfield has that now');
  });
});

describe('what only the advocate can give', () => {
  test.each(['add my boss', 'send me a report'])(
    '"%s" goes to the advocate, in these words',
    async text => {
      await says(text);
      expect(newest()).toContain('Nora Whitfield has that now in your words');
      expect(world.seen('adv-1').at(-1)?.text).toContain(text);
    },
  );

  test('what happens anyway is said to', async () => {
    await says('notify us if something goes wrong');
    expect(newest()).toContain('I do that without being asked');
  });
});

describe('fewer messages', () => {
  test('"only weekly please" is weekly', async () => {
    await world.close();
    world = await openRoom(after);
    await says('only weekly please');
    expect(await cadences()).toMatchObject([{ rung: '1w', stopped: false }]);
    expect(newest()).toContain('Weekly it is');
  });

  test('"stop messaging me so much" is less, not the end', async () => {
    await says('stop messaging me so much');
    expect(await cadences()).toMatchObject([{ stopped: false }]);
    expect(newest()).toContain('Less it is');
  });

  test('"all good, thank you so much for asking!" is good news, and no wish', async () => {
    const [before] = await cadences();
    await says('All good, thank you so much for asking!');
    expect(newest()).not.toContain('Less it is');
    expect(await cadences()).toMatchObject([{ rung: before?.rung, stopped: false }]);
  });
});
