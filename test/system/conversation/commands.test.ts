import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openRoom();
});
afterAll(() => world.close());

const client = () => world.stage.world.ports.database.client;
const shared = 'northwind-shared';
const team = 'northwind-team';

/** What adv-1, who looks after Northwind alone, gets to read back. */
async function tell(text: string, place: string | null = null, user = 'adv-1'): Promise<string> {
  const said = await world.says(user, place, text);
  return said
    .filter(line => line.to === user || line.to === place)
    .map(line => line.text)
    .join('\n');
}

const situation = async () => {
  const said = await world.says('lead-1', shared, "what's happening now?");
  return said.find(line => line.message === 'situation')?.text ?? '';
};

describe('facts', () => {
  test('logs for us only, and publishes when told to', async () => {
    expect(await tell('log northwind: the batch is at 55 %')).toContain('for us only');
    expect(await situation()).not.toContain('55 %');
    expect(await tell('publish')).toContain('the batch is at 55 %');
    await world.presses('adv-1', 'note.publish');
    expect(await situation()).toContain('the batch is at 55 %');
    expect(await tell('publish northwind: all lights are green')).toContain('Posted in');
    expect(await situation()).toContain('all lights are green');
  });

  test('understands without a name where it is clear, in the team’s place or from the only advocate', async () => {
    expect(await tell('log: seen by Idris', team, 'eng-1')).toContain('Logged for Northwind');
    expect(await tell('log Northwind called back', team, 'eng-1')).toContain(
      'Northwind called back',
    );
    expect(await tell('log called back')).toContain('Logged for Northwind');
  });

  test('asks which customer when nobody can tell, suggests what was nearly typed, and goes on from there', async () => {
    expect(await tell('log: something', null, 'eng-1')).toContain('Which customer');
    expect(await tell('log nortwind: the disk is full', null, 'eng-1')).toContain(
      'Did you mean northwind',
    );
    expect(await tell('1', null, 'eng-1')).toContain('Logged for Northwind');
    expect(await tell('log no news today', null, 'eng-1')).toContain('Which customer');
  });

  test('tells the plan’s steps by their short or long names, and asks when two fit', async () => {
    expect(await tell('milestone backup underway')).toContain('underway');
    expect(await tell('milestone northwind: Back up the old system is done at 18:10')).toContain(
      'done',
    );
    expect(await tell('milestone cop underway')).toContain('Which step');
    expect(await tell('2')).toContain('Copy the stock: underway');
    expect(await tell('milestone copy late')).toContain('late');
    expect(await tell('milestone backup')).toContain('Which step, and what became of it');
    expect(await tell('milestone copy-stock late')).toContain('late');
    expect(await situation()).toContain('Copy the stock');
  });

  test('says what is possible when a step cannot become that', async () => {
    expect(await tell('milestone backup late')).toContain('can become');
  });
});

describe('pages', () => {
  test('is taken with a bare "ack", kept informed, passed on, and closed with words the customer reads', async () => {
    await world.says('lead-1', shared, 'page: the queue stands still');
    expect(await tell('ack')).toContain("It's yours: Northwind");
    expect(await tell('ack')).toContain('You have it already');
    expect(await tell('ack', null, 'eng-1')).toContain('No open page');
    expect(await tell('update looking at the budget-canary')).toContain('for us');
    expect(await tell('update shared: looking at the queue')).toContain('reads it too');
    const receipt = () =>
      world
        .seen(shared)
        .filter(line => line.message === 'page-receipt')
        .at(-1)?.text ?? '';
    expect(receipt()).toContain('looking at the queue');
    expect(receipt()).not.toContain('budget-canary');
    expect(await tell('pages')).toContain('the queue stands still');
    expect(await tell('add Idris')).toContain('Idris Bello');
    expect(await tell('pass to Idirs Bello')).toContain('Did you mean');
    expect(await tell('pass to Idris')).toContain('Passed to Idris Bello');
    expect(await tell('ack', null, 'eng-1')).toContain("It's yours");
    expect(await tell('resolve shared: restarted the queue', null, 'eng-1')).toContain('Resolved');
    expect(receipt()).toContain('Idris Bello: restarted the queue');
    await world.says('lead-1', shared, 'yes');
    expect(await client().page.count({ where: { confirmed: true } })).toBe(1);
  });

  test('is raised by a vendor person with or without the customer knowing', async () => {
    const alone = await world.says('eng-1', null, 'page northwind: the certificate ends tonight');
    expect(alone.filter(line => line.to === shared)).toEqual([]);
    expect(alone.some(line => line.to === 'adv-1' && line.message === 'page')).toBe(true);
    await tell('ack');
    await tell('resolve internal: renewed');
    const open = await world.says('eng-1', shared, 'page we need Nora here');
    expect(open.some(line => line.to === shared && line.message === 'page-receipt')).toBe(true);
    await tell('ack');
    await tell('resolve');
  });

  test('asks which one when several wait', async () => {
    await world.says('lead-1', shared, 'page');
    await world.says('lead-2', 'lakeside-shared', 'page');
    await world.pass(5.5 * 60_000);
    expect(await tell('ack', null, 'eng-1')).toContain('Which one');
    expect(await tell('2', null, 'eng-1')).toContain("It's yours");
    expect(await tell('ack', null, 'eng-1')).toContain("It's yours");
    for (const name of ['northwind', 'lakeside']) {
      expect(await tell(`resolve ${name}: done`, null, 'eng-1')).toContain('Resolved');
    }
  });
});

describe('promises, tasks, duty', () => {
  test('keeps a promise to itself or shows it, and marks it kept', async () => {
    expect(await tell('promise northwind: send the report by Monday 17:00')).toContain(
      'For us only',
    );
    expect(await tell('promise shared: call Daniel by tomorrow 10:00')).toContain('We owe you');
    expect(await situation()).toContain('call Daniel');
    expect(await situation()).not.toContain('send the report');
    expect(await tell('kept')).toContain('Which promise');
    expect(await tell('kept report')).toContain('Kept: send the report');
    expect(await tell('kept')).toContain('Kept: call Daniel');
    expect(await tell('promise northwind: send the report')).toContain('by when');
  });

  test('opens and closes tasks', async () => {
    await tell('task northwind: phone Grace');
    await tell('task northwind: write to Daniel for Idris');
    expect(world.seen('eng-1').at(-1)?.text).toContain('write to Daniel');
    expect(await tell('done phone')).toContain('Done: phone Grace');
    expect(await tell('done', null, 'eng-1')).toContain('Done: write to Daniel');
    expect(await tell('done', null, 'eng-1')).toContain('no open task');
  });

  test('knows who is on call and swaps', async () => {
    expect(await tell('on-call')).toContain('Idris Bello until');
    expect(await tell("who's on call?")).toContain('Idris Bello');
    expect(await tell('swap duty Tom from tomorrow 18:00 until Sunday 09:00')).toContain(
      'Tom Adeyemi is on call',
    );
    expect(await tell('swap duty')).toContain('swap duty NAME from');
    expect(await tell('who northwind')).toContain('Petra Lindqvist (sales)');
  });
});

describe('words it does not know', () => {
  test('suggests the command that was nearly typed, and takes the pick', async () => {
    expect(await tell('portfolo')).toContain('Did you mean portfolio');
    expect(await tell('1')).toContain('Northwind');
    expect(await tell('the weather is nice')).toContain('Type "help"');
  });

  test('takes a question about a customer in free words', async () => {
    expect(await tell("what's happening at lakeside?")).toContain('Tom Adeyemi');
    expect(await tell('brief lakside')).toContain('Did you mean lakeside');
    expect(await tell('yes')).toContain('Handle Lakeside with care');
  });

  test('shows in help only what this person may do', async () => {
    const advocate = await tell('help');
    expect(advocate).toContain('log northwind');
    expect(advocate).not.toMatch(/cadence|undo/);
    expect(await tell('help', null, 'mgr-1')).toMatch(/cadence northwind/);
    expect(await tell('help', null, 'sales-1')).not.toMatch(/cadence|^ack/m);
  });

  test('says when there is nothing to step back from yet', async () => {
    expect(await tell('graduate')).toContain('live');
    expect(await tell('why')).toMatch(/Confidence.*uneasy \(\d+ %\)/i);
    expect(await tell('resume')).toContain('next check-ins');
  });
});

describe('news somebody waits for', () => {
  test('takes plain words for the answer to "is there news?", and shares them on a word', async () => {
    await world.pass(45 * 60_000);
    expect(await situation()).toContain("won't guess");
    expect(world.seen('adv-1').some(line => line.message === 'news-request')).toBe(true);
    expect(await tell('copy is at eighty percent')).toContain('Is that the news');
    await tell('1');
    expect(world.seen(shared).at(-1)?.text).toContain('copy is at eighty percent');
  });
});
