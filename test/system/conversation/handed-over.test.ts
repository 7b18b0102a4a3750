import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const place = 'northwind-shared';
const says = (text: string) => world.says('lead-1', place, text);
const newest = () => world.seen(place).at(-1)?.text ?? '';
const client = () => world.stage.world.ports.database.client;

describe('what only a person may answer', () => {
  test.each([
    'is my data safe?',
    'is it safe to post invoices now?',
    'have you lost our invoices',
    'do you have a rollback?',
    'the night supplement is missing on some slips, is that a problem?',
  ])('"%s" goes to the advocate in these words, and the asker hears who has it', async text => {
    await says(text);
    expect(newest()).toContain('Nora Whitfield has');
    expect(newest()).not.toContain('Just happened');
    expect(world.seen('adv-1').at(-1)?.text).toContain(text);
  });

  test('a change of the plan is known to the manager as well', async () => {
    await says('can we move the cutover to Saturday?');
    expect(newest()).toContain('Helen Marsh knows of it too');
    expect(world.seen('mgr-1').at(-1)?.text).toContain('can we move the cutover to Saturday?');
  });

  test('asked again in the same words within the hour is still one thing to do, and asked for again after it', async () => {
    const ask = 'can we move the cutover to Saturday?';
    const told = (who: string) =>
      world.seen(who).filter(line => line.text.includes(ask) && !line.edited).length;
    await says(ask);
    await says(ask);
    expect(newest()).toContain('Nora Whitfield has');
    expect([told('adv-1'), told('mgr-1')]).toEqual([1, 1]);
    await world.pass(3_600_001);
    await says(ask);
    expect([told('adv-1'), told('mgr-1')]).toEqual([2, 2]);
  });

  test('who fears for data has somebody at once with a bare yes', async () => {
    await says('is my data safe?');
    await says('yes');
    const page = await client().page.findFirstOrThrow();
    expect(
      JSON.stringify(await client().pageWords.findMany({ where: { pageId: page.id } })),
    ).toContain('is my data safe?');
  });

  test.each([
    'the invoice module is down, nobody can bill',
    'invoices go out with wrong amounts right now',
  ])('"%s" is nothing for sales', async text => {
    await says(text);
    expect(await client().task.count({ where: { assigneeId: 'sales-1' } })).toBe(0);
  });

  test('where things stand is still told to whoever asks for it', async () => {
    await says('is the backup done?');
    expect(newest()).toContain('Back up the old system');
  });
});

describe('questions about us', () => {
  test.each([
    ['is this a bot?', "I'm Handrail, a program"],
    ['who sees what I write?', 'Everybody who is in here'],
    ['what do you know about me?', 'your name (Daniel Reyes)'],
    ['delete my data', 'Nora Whitfield has your request now'],
  ])('"%s" has a true answer', async (text, answer) => {
    await says(text);
    expect(newest()).toContain(answer);
  });

  test('what is to be deleted is a task for a person, and nothing is deleted by a program', async () => {
    await says('delete my data');
    expect(await client().task.count({ where: { kind: 'privacy', assigneeId: 'adv-1' } })).toBe(1);
    expect(await client().person.count({ where: { id: 'lead-1' } })).toBe(1);
  });

  test('who reads is another answer alone with us', async () => {
    await world.says('lead-1', null, 'who reads this?');
    expect(world.seen('lead-1').at(-1)?.text).toContain('is not shown to your colleagues');
  });
});
