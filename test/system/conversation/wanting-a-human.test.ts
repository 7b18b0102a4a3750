import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const says = (text: string) => world.says('lead-1', 'northwind-shared', text);
const newest = () => world.seen('northwind-shared').at(-1)?.text ?? '';
const client = () => world.stage.world.ports.database.client;
const pages = () => client().page.count();
const stopped = () => client().cadence.count({ where: { stopped: true } });

beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

describe('whoever wants a human', () => {
  test.each(['put Nora on', 'stop the bot, give me a human', "I don't want a robot"])(
    'has one called by "%s", and nothing is stopped',
    async text => {
      await says(text);
      expect(await pages()).toBe(1);
      expect(await stopped()).toBe(0);
    },
  );

  test.each([
    'I no longer need someone',
    'no reason to page anyone',
    'please do not call Nora at night',
  ])('has nobody called by "%s", and nothing is stopped', async text => {
    await says(text);
    expect(await pages()).toBe(0);
    expect(await stopped()).toBe(0);
    expect(newest()).toContain('I call nobody');
    expect(world.seen('adv-1').at(-1)?.text).toContain(text);
  });

  test('is asked before the calling stops, when somebody is being called', async () => {
    await says('page');
    await says('we no longer need anyone');
    expect(newest()).toContain('Shall I stop, because it is over?');
    expect(await client().page.count({ where: { state: 'open' } })).toBe(1);
  });

  test('and says the same twice within a minute has it told to our people once', async () => {
    await says('page: the till is down');
    await says('page: the tills in Leeds too');
    await says('page: the tills in Leeds too');
    const told = world
      .seen('northwind-team')
      .filter(({ text, edited }) => !edited && text.includes('tills in Leeds'));
    expect(told).toHaveLength(1);
  });

  test('reaches the manager, and hears who that is', async () => {
    await says('I want to speak to your manager');
    expect(newest()).toContain('Helen Marsh');
    expect(world.seen('mgr-1').at(-1)?.text).toContain('I want to speak to your manager');
    expect(await pages()).toBe(0);
  });

  test('is fetched somebody at once where nobody can work, whatever hour they want to be called at', async () => {
    await says('nobody can post, please call me at 11:30');
    expect(await pages()).toBe(1);
  });

  test('is called back at the hour they say, by the advocate who has it', async () => {
    await says('can someone ring me tomorrow at 8?');
    expect(newest()).toMatch(/Nora Whitfield has it in your words: a call .*08:00/);
    expect(await client().task.count({ where: { kind: 'call-back', assigneeId: 'adv-1' } })).toBe(
      1,
    );
    expect(await pages()).toBe(0);
  });
});
