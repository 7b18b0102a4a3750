import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { at, local, send } from './talk.ts';

let world: TestWorld;
const place = 'northwind-shared';
const says = (text: string) => world.says('lead-1', place, text);
const client = () => world.stage.world.ports.database.client;
const minutes = (count: number) => world.pass(count * 60_000);

beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const answers = async () => {
  const rows = await client().checkIn.findMany({ where: { answer: { not: null } } });
  return rows.map(({ answer }) => answer);
};
const newest = () => world.seen(place).at(-1)?.text ?? '';

describe('a check-in that waits for an answer', () => {
  beforeEach(() => minutes(75));

  test.each([
    'not all good',
    "I wouldn't say all good",
    'could be better',
    'not really',
    'eher nicht',
  ])('never takes "%s" for good', async text => {
    await says(text);
    expect(await answers()).not.toContain('good');
  });

  test('asks which it is when words are less than good, and takes the answer', async () => {
    await says('could be better');
    expect(newest()).toContain('which is it?');
    await says('worried');
    expect(await answers()).toEqual(['worried']);
  });

  test('takes "no problems here" for good, with its words', async () => {
    await says('no problems here');
    expect(await client().checkIn.findFirst({ where: { answer: 'good' } })).toMatchObject({
      words: 'no problems here',
    });
  });

  test('takes the answer and answers the question in the same breath', async () => {
    await says('all good, but what comes next?');
    expect(await answers()).toEqual(['good']);
    expect(
      world
        .seen(place)
        .slice(-2)
        .map(({ text }) => text)
        .join('\n'),
    ).toMatch(/Next/);
  });

  test('does not take the answer of two days later', async () => {
    const { id } = await client().checkIn.findFirstOrThrow({ where: { answer: null } });
    await client().cadence.updateMany({ data: { stopped: true, dueAt: null } });
    await minutes(31 * 60);
    await says('all good');
    expect(await client().checkIn.findUnique({ where: { id } })).toMatchObject({ answer: null });
  });
});

describe('what a bare word says to a check-in', () => {
  beforeEach(async () => {
    await says('page: the ledger is down');
    await world.says('adv-1', null, 'ack');
    await world.says('adv-1', null, 'resolve the queue is moving again');
    await says("yes that's it, thanks!");
    await minutes(45);
  });

  test('"yes" to "is it holding?" says that it is', async () => {
    expect(newest()).toContain('Is it holding?');
    await says('yes');
    expect(await answers()).toEqual(['good']);
  });

  test('"yes" to a colleague says nothing to us', async () => {
    await send(world, {
      from: local('lead-1'),
      in: at(place),
      addressed: false,
      said: { kind: 'text', text: 'yes' },
    });
    expect(await answers()).toEqual([]);
  });

  test('"no" is asked about, and noted as nothing', async () => {
    await says('no');
    expect(newest()).toContain('which is it?');
    expect(await answers()).toEqual([]);
  });

  test('"not now" puts it off', async () => {
    await says('not now');
    expect(newest()).toMatch(/I'll ask .*\d{2}:\d{2}/);
    expect(await answers()).toEqual([]);
  });
});

describe('while people are being called', () => {
  beforeEach(() => says('page: nobody in Leeds can post'));
  const words = async () => JSON.stringify(await client().pageWords.findMany());

  test.each(['call it off please', 'you can stop now'])('"%s" is about the calls', async text => {
    await says(text);
    expect(newest()).toContain('Shall I stop, because it is over?');
    expect(await client().cadence.count({ where: { stopped: true } })).toBe(0);
  });

  test.each([
    'not to stress her, but does she know our payment run goes through Leeds at eight?',
    'the rest of them have gone the same way I fear, tell her',
  ])('"%s" is for whoever comes', async text => {
    await says(text);
    expect(await words()).toContain(text);
  });
});

describe('"Did that do it?"', () => {
  const page = () => client().page.findFirstOrThrow();

  beforeEach(async () => {
    await says('page: the ledger is down');
    await world.says('adv-1', null, 'ack');
    await world.says('adv-1', null, 'resolve the queue is moving again');
  });

  test.each([
    "it's not fixed",
    'it came back',
    'still the same',
    'that did not help',
    'unfortunately not',
    'es ist nicht behoben',
  ])('opens the page again on "%s", with these words on it', async text => {
    await says(text);
    expect((await page()).state).not.toBe('resolved');
    expect(JSON.stringify(await client().pageWords.findMany())).toContain(text);
    expect(await client().page.count()).toBe(1);
  });

  test('is closed by "yes that\'s it, thanks!"', async () => {
    await says("yes that's it, thanks!");
    expect(await page()).toMatchObject({ state: 'resolved', confirmed: true });
  });

  test.each(['let me check', 'thanks', 'I think so?'])('asks back on "%s"', async text => {
    await says(text);
    expect(newest()).toContain('did that do it?');
    expect(await page()).toMatchObject({ state: 'resolved', confirmed: null });
    await says('no, still broken');
    expect((await page()).state).not.toBe('resolved');
  });

  test('is not answered by words about something else', async () => {
    await says('what is happening now?');
    expect(await page()).toMatchObject({ state: 'resolved', confirmed: null });
    expect(newest()).not.toContain('did that do it?');
  });
});
