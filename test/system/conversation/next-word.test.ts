import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const minute = 60_000;
type Lines = Awaited<ReturnType<TestWorld['says']>>;
const page = () => world.stage.world.ports.database.client.page.findFirstOrThrow();
const wordsIn = (lines: Lines) =>
  lines.filter(line => line.message === 'page-word').map(line => line.text);
const toldTo = (lines: Lines, who: string) =>
  lines.filter(line => line.to === who && !line.edited).map(line => line.text);
const receiptIn = (lines: Lines) =>
  lines.findLast(line => line.message === 'page-receipt')?.text ?? '';
const now = () => world.stage.world.ports.clock.now().getTime();

beforeEach(async () => {
  world = await openRoom();
  await world.says('lead-1', place, 'page the bank file is rejected');
});
afterEach(() => world.close());

describe('whoever asked hears of it as a new message', () => {
  test('that somebody has it, each update, and that it is resolved, each once and with their name', async () => {
    const taken = await world.says('adv-1', null, 'ack');
    expect(wordsIn(taken)).toEqual([
      expect.stringMatching(
        /^@Daniel Reyes ✅ \S+ Nora Whitfield has it and is looking\. There will/,
      ),
    ]);
    expect(taken.find(line => line.message === 'page-word')).toMatchObject({
      to: place,
      edited: false,
    });
    const again = await world.says('adv-1', null, 'ack');
    expect(wordsIn(again)).toEqual([]);
    const told = await world.says('adv-1', null, 'update shared: the bank answers slowly');
    expect(wordsIn(told)).toEqual([expect.stringContaining('the bank answers slowly')]);
    const kept = await world.says('adv-1', null, 'update I suspect their certificate');
    expect(wordsIn(kept)).toEqual([]);
    const done = await world.says('adv-1', null, 'resolve shared: their side was down');
    expect(wordsIn(done)).toEqual([
      expect.stringMatching(
        /^@Daniel Reyes .*Resolved\. Nora Whitfield: their side was down\nDid that/,
      ),
    ]);
    expect(done.filter(line => line.text.includes('shared:'))).toEqual([]);
  });

  test('in one message when the update is what takes it', async () => {
    const said = await world.says('adv-1', null, 'update shared: looking at the bank file');
    expect(wordsIn(said)).toHaveLength(1);
    expect(wordsIn(said)[0]).toMatch(/has it and is looking[\s\S]*looking at the bank file/);
  });

  test('answers "Did that do it?" there in one word', async () => {
    await world.says('adv-1', null, 'ack');
    await world.says('adv-1', null, 'resolve');
    await world.says('lead-1', place, 'yes');
    expect(await page()).toMatchObject({ state: 'resolved', confirmed: true });
  });
});

describe('the next word', () => {
  test.each([
    ['ack 15', 15],
    ['ack, next in 20 minutes', 20],
    ['ack', 30],
  ])('is promised with "%s"', async (text, minutes) => {
    const said = await world.says('adv-1', null, text);
    expect(await page()).toMatchObject({
      state: 'acknowledged',
      nextWordAt: new Date(now() + minutes * minute),
    });
    expect(toldTo(said, 'adv-1').join()).toContain('I have told Northwind to expect word by');
  });

  test.each([
    ['next in 45 minutes', 45],
    ['45', 45],
    ['snooze 20m', 20],
    ['snooze', 15],
    ['update shared: restarting the queue, next in 40 min', 40],
  ])('is moved by "%s", and the receipt shows it', async (text, minutes) => {
    await world.says('adv-1', null, 'ack');
    const before = now();
    const said = await world.says('adv-1', null, text);
    const { nextWordAt } = await page();
    expect(nextWordAt?.getTime()).toBe(before + minutes * minute);
    expect(receiptIn(said)).toContain('There will be word here by');
    const facts = world.facts('northwind').filter(({ event }) => event === 'page.next-word');
    expect(facts).toHaveLength(1);
    expect(facts[0]?.text).toMatch(/gives word next in \d+ minutes$/);
  });

  test('is chosen with a button, and any value that is a time', async () => {
    await world.says('adv-1', null, 'ack');
    await world.presses('adv-1', 'page.next-word');
    expect((await page()).nextWordAt).toEqual(new Date(now() + 60 * minute));
  });

  test.each(['next yesterday', 'next in 3 days', 'next soon', 'snooze the dog'])(
    'is asked back for "%s"',
    async text => {
      await world.says('adv-1', null, 'ack');
      const { nextWordAt } = await page();
      const said = await world.says('adv-1', null, text);
      expect(toldTo(said, 'adv-1').join()).toContain('When is there word?');
      expect((await page()).nextWordAt).toEqual(nextWordAt);
    },
  );

  test('a minute overdue is asked for, and five minutes overdue somebody else is called and the customer told', async () => {
    await world.says('adv-1', null, 'ack 15');
    const asked = await world.pass(16 * minute);
    expect(toldTo(asked, 'adv-1').join()).toContain('Northwind was to hear by');
    expect(wordsIn(asked)).toEqual([]);
    const called = await world.pass(4 * minute);
    expect(called.filter(line => line.message === 'page' && !line.edited).length).toBeGreaterThan(
      0,
    );
    expect(wordsIn(called)).toEqual([
      expect.stringContaining('There was no word from Nora Whitfield by'),
    ]);
    const later = await world.pass(2 * minute);
    expect(wordsIn(later)).toEqual([]);
  });

  test('is kept by whoever writes to the customer themselves', async () => {
    await world.says('adv-1', null, 'ack 15');
    await world.pass(14 * minute);
    await world.mutters('adv-1', place, 'Grace, the bank is looking at it');
    const later = await world.pass(20 * minute);
    expect(toldTo(later, 'adv-1').filter(text => text.includes('was to hear'))).toEqual([]);
  });

  test('is not kept by a word for us alone', async () => {
    await world.says('adv-1', null, 'ack 15');
    await world.pass(14 * minute);
    await world.says('adv-1', null, 'update I suspect their certificate');
    const asked = await world.pass(2 * minute);
    expect(toldTo(asked, 'adv-1').join()).toContain('was to hear by');
  });

  test('is no business of somebody who was not called', async () => {
    await world.says('adv-1', null, 'ack');
    const { nextWordAt } = await page();
    await world.says('eng-1', null, 'next northwind: in 2 hours');
    await world.says('eng-1', null, 'snooze northwind: 2h');
    expect((await page()).nextWordAt).toEqual(nextWordAt);
  });
});

describe('the note of a resolution', () => {
  beforeEach(() => world.says('adv-1', null, 'ack'));

  test('is ours alone, until it is shared, once', async () => {
    const done = await world.says('adv-1', null, 'resolve canary in their certificate');
    expect(done.filter(line => line.to === place && line.text.includes('canary'))).toEqual([]);
    expect(toldTo(done, 'adv-1').join()).toContain('Your note is for us alone.');
    const told = await world.presses('adv-1', 'page.share');
    expect(wordsIn(told)).toEqual([expect.stringContaining('canary in their certificate')]);
    expect(receiptIn(told)).toContain('canary in their certificate');
    const twice = await world.presses('adv-1', 'page.share');
    expect(wordsIn(twice)).toEqual([]);
  });
});

describe('passing it on', () => {
  test('takes impact, what was tried and what is needed to whoever gets it', async () => {
    await world.says('adv-1', null, 'ack');
    await world.says(
      'adv-1',
      null,
      'pass to Tom Adeyemi impact: nobody can post, tried: restarted the queue needed: somebody for the bank',
    );
    const card = world.seen('adv-2').find(line => line.message === 'page')?.text;
    expect(card).toContain('Impact: nobody can post');
    expect(card).toContain('Tried: restarted the queue');
    expect(card).toContain('Needed: somebody for the bank');
  });

  test('by its button asks to whom, and what they should know', async () => {
    await world.says('adv-1', null, 'ack');
    const said = await world.presses('adv-1', 'page.pass');
    expect(toldTo(said, 'adv-1').join()).toContain("Who should have Northwind's page?");
    expect(await page()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
  });
});
