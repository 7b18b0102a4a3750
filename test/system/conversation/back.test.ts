import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const change = buildGoLive({
  window: { from: '2026-02-06T18:00:00-05:00', until: '2026-02-07T06:00:00-05:00' },
  milestones: [],
});
const calm = buildNorthwind({ customers: [buildCustomer({ transitions: [change] })] });

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(calm, { at: '2026-03-06T12:00:00Z' });
});
afterEach(() => world.close());

const answers = async (person: string, place: string | null, text: string) =>
  (await world.says(person, place, text)).map(line => line.text).join('\n');

describe('whoever writes to somebody who is not at work', () => {
  test.each([
    ['just before five she is there', '2026-03-06T16:59:00Z', null],
    [
      'at five she is back on Monday, and who is on call is named',
      '2026-03-06T17:00:00Z',
      'Nora Whitfield is back Mon 05:00; Idris Bello is on call.',
    ],
    [
      'just before nine on Monday, the clocks of New York already changed',
      '2026-03-09T08:59:00Z',
      'Nora Whitfield is back 05:00; Idris Bello is on call.',
    ],
    ['at nine she is there again', '2026-03-09T09:00:00Z', null],
  ])('a customer with a question: %s', async (_, at, expected) => {
    await world.at(at);
    const said = await answers(
      'lead-1',
      'northwind-shared',
      'can you give us advice on planning the next rollout?',
    );
    if (expected) expect(said).toContain(expected);
    else expect(said).not.toContain('is back');
  });

  test('advice they asked for comes back each working morning until it is given, where they asked', async () => {
    await world.at('2026-03-09T14:00:00Z');
    const asked = 'can you give us advice on planning the next rollout?';
    await answers('lead-1', 'northwind-shared', asked);
    const chased = () =>
      world
        .seen('adv-1')
        .filter(
          ({ message, text, edited }) => message === 'morning' && !edited && text.includes(asked),
        );
    await world.at('2026-03-11T17:00:00Z');
    expect(chased()).toHaveLength(2);
    const advice = 'two sites at a time, the small one first';
    await world.says('adv-1', null, `publish northwind: ${advice}`);
    await world.pass(3 * 60_000);
    const told = world.seen('northwind-shared').filter(({ text }) => text.includes(advice));
    expect(told).not.toEqual([]);
    await world.says('adv-1', null, 'done');
    await world.at('2026-03-13T17:00:00Z');
    expect(chased()).toHaveLength(2);
  });

  test('whose one thing is passed on in the evening hears when it is read', async () => {
    await world.at('2026-03-10T17:30:00Z');
    await world.presses('lead-1', 'check-in.fine');
    const said = await answers('lead-1', 'northwind-shared', 'printing is slow');
    expect(said).toContain('Nora Whitfield is back Wed 05:00; Tom Adeyemi is on call.');
  });

  test('a colleague who leaves a task hears when it is read', async () => {
    await world.at('2026-03-07T12:00:00Z');
    const said = await answers('mgr-1', null, 'task northwind: call Daniel for Nora Whitfield');
    expect(said).toContain('Nora Whitfield is back Mon 09:00; Idris Bello is on call.');
    expect(world.seen('adv-1')).toEqual([]);
  });

  test('who asks who is with them reads when the advocate is back', async () => {
    await world.at('2026-03-07T12:00:00Z');
    const said = await answers('lead-1', 'northwind-shared', 'who is with us?');
    expect(said).toContain('Nora Whitfield, your advocate, back Mon 05:00');
  });

  test('the manager, asked for, answers in their own hours', async () => {
    await world.at('2026-03-07T12:00:00Z');
    const said = await answers('lead-1', 'northwind-shared', 'I want to speak to your manager');
    expect(said).toContain('Helen Marsh');
    expect(said).toContain('from Mon 05:00');
    await world.at('2026-03-09T09:00:00Z');
    const brief = world.seen('mgr-1').filter(({ message }) => message === 'morning');
    expect(brief.map(({ text }) => text).join()).toContain('I want to speak to your manager');
  });

  test('in the hours before a window, their advocate is back as it opens, not on Monday', async () => {
    await world.close();
    world = await openTestWorld(buildNorthwind(), { at: '2026-03-06T17:30:00-05:00' });
    const said = await answers('lead-1', 'northwind-shared', 'who is with us?');
    expect(said).toContain('Nora Whitfield, your advocate, back 18:00');
    await world.at('2026-03-06T18:00:00-05:00');
    expect(await answers('lead-1', 'northwind-shared', 'who is with us?')).not.toContain('back ');
  });
});
