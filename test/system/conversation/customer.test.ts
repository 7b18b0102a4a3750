import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { after, openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const says = (text: string, user = 'lead-1') => world.says(user, place, text);
const to = (lines: Awaited<ReturnType<typeof says>>, who: string) =>
  lines.filter(line => line.to === who);
const client = () => world.stage.world.ports.database.client;

afterEach(() => world.close());

describe('in the night of the window', () => {
  beforeEach(async () => {
    world = await openRoom();
  });

  test('answers what is asked from shared facts, and every answer ends in a way to a human', async () => {
    await world.says('adv-1', null, 'log northwind: budget-canary');
    for (const text of [
      "what's happening now?",
      "what's next?",
      'who is on call tonight?',
      'what did you promise us',
      'hello',
      'blorp fizz',
    ]) {
      const [answer] = to(await says(text), place);
      expect([text, answer?.text]).toEqual([text, expect.stringMatching(/type page/i)]);
      expect(answer?.text).not.toContain('budget-canary');
    }
  });

  test('always calls somebody for "page" and for whoever asks for a human', async () => {
    for (const text of [
      'page',
      'Page!',
      'page: the ledger is wrong',
      'get me someone',
      'I want to speak to a human',
    ]) {
      const said = await says(text);
      expect([text, said.map(line => [line.to, line.message]).sort()]).toEqual([
        text,
        [
          ['adv-1', 'page'],
          [place, 'page-receipt'],
          ['northwind-team', 'page-update'],
        ],
      ]);
      await world.says('adv-1', null, 'ack');
      await world.says('adv-1', null, 'resolve');
    }
    expect(await client().page.count()).toBe(5);
  });

  test('takes a problem down in the customer’s words, offers a human, and calls with those words after "yes"', async () => {
    const said = await says('I get an error message when I open the report, not urgent');
    expect(to(said, 'adv-1')[0]?.text).toContain('I get an error message when I open the report');
    expect(to(said, place).map(line => line.message)).toEqual(['help-offer']);
    const called = await world.says('member-1', place, 'yes');
    expect(to(called, 'adv-1').find(line => line.message === 'page')?.text).toContain(
      'I get an error message',
    );
  });

  test('lets it be after "no", and a later "yes" calls nobody', async () => {
    await says('I get an error message when I open the report, not urgent');
    await says('no');
    await says('yes');
    expect(await client().page.count()).toBe(0);
  });

  test('passes on what a person must answer, to the right one, in the customer’s words', async () => {
    for (const [text, who] of [
      ['please send me the last three invoices', 'sales-1'],
      ["I'd like to purchase training days", 'sales-1'],
      ['which architecture do you recommend', 'adv-1'],
      ['we are still waiting for the answer you promised', 'adv-1'],
    ] as const) {
      const said = await says(text);
      expect([text, to(said, who)[0]?.text]).toEqual([text, expect.stringContaining(text)]);
      expect(to(said, place)).toHaveLength(1);
    }
  });

  test('hears worry and complaint, tells the advocate, and offers somebody for a worry', async () => {
    const worried = await says('this upgrade scares me');
    expect(to(worried, 'adv-1')[0]?.text).toContain('this upgrade scares me');
    expect(to(worried, place).map(line => line.message)).toEqual(['help-offer']);
    const complaint = await says('I am very disappointed');
    expect(to(complaint, place).map(line => line.message)).toEqual(['answer']);
  });

  test('asks back with choices when it did not understand, and a number picks one', async () => {
    const [asked] = to(await says('blorp fizz'), place);
    expect(asked?.actions).toHaveLength(4);
    const picked = await says('1');
    expect(to(picked, place).map(line => line.message)).toEqual(['situation']);
    expect(to(await says('3'), place).map(line => line.message)).toEqual(['answer']);
  });

  test('takes the newest choice only: an older message’s buttons pick nothing', async () => {
    await says('blorp fizz');
    const old = await client().message.findFirstOrThrow({
      where: { toPlaceId: place },
      orderBy: { seq: 'desc' },
    });
    await says('zing zang zong');
    await world.stage.world.receive({
      id: 'old-press',
      from: { platform: 'local', workspace: 'local', user: 'lead-1' },
      in: { platform: 'local', workspace: 'local', channel: place },
      addressed: true,
      threadOf: null,
      said: { kind: 'press', action: 'choice.pick', subject: '4', messageId: old.id },
    });
    await world.stage.runUntilIdle();
    expect(await client().page.count()).toBe(0);
  });

  test('takes answers to a check-in as a tap, a word, or a sentence, once each', async () => {
    await world.pass(75 * 60_000);
    const asked = await client().checkIn.findFirstOrThrow({
      where: { customerId: 'northwind', askedAt: { not: null } },
    });
    await says('fine');
    expect((await client().checkIn.findUniqueOrThrow({ where: { id: asked.id } })).answer).toBe(
      'fine',
    );
    await says('the printer in the hall is broken');
    expect((await client().checkIn.findUniqueOrThrow({ where: { id: asked.id } })).words).toContain(
      'printer',
    );
    expect(world.seen('adv-1').at(-1)?.text).toContain('the printer in the hall is broken');
  });

  test('asks which it is when "no" could be good or bad news, and takes the pick', async () => {
    await world.pass(75 * 60_000);
    const [asked] = to(await says('no'), place);
    expect(asked?.text).toContain('which is it');
    await says('1');
    const checkIn = await client().checkIn.findFirstOrThrow({ where: { customerId: 'northwind' } });
    expect(checkIn.answer).toBe('good');
  });

  test('calls somebody for the worry after "yes", and lets it wait after "later"', async () => {
    await world.pass(75 * 60_000);
    const worried = await says('worried');
    expect(to(worried, place).map(line => line.message)).toContain('help-offer');
    await says('later');
    expect(await client().page.count()).toBe(0);
  });

  test('settles a page when the customer says it is over', async () => {
    await says('page');
    await world.says('adv-1', null, 'ack');
    await world.says('adv-1', null, 'resolve the queue was full');
    await says("we're back up, that fixed it");
    const page = await client().page.findFirstOrThrow();
    expect(page).toMatchObject({ state: 'resolved', confirmed: true });
  });

  test('stops calling people only after a plain yes', async () => {
    await says('page');
    const [asked] = to(await says('false alarm, stand down'), place);
    expect(asked?.text).toContain("I'm still calling people");
    expect((await client().page.findFirstOrThrow()).state).toBe('open');
    await says('1');
    expect(await client().page.findFirstOrThrow()).toMatchObject({
      state: 'resolved',
      confirmed: true,
    });
  });

  test('opens it again after "no, still broken"', async () => {
    await says('page');
    await world.says('adv-1', null, 'ack');
    await world.says('adv-1', null, 'resolve');
    await says('no');
    expect((await client().page.findFirstOrThrow()).state).toBe('open');
  });

  test('serves a customer’s person alone, about their own customer only', async () => {
    const [answer] = await world.says('lead-1', null, "what's happening now?");
    expect(answer).toMatchObject({ to: 'lead-1', message: 'situation' });
    const said = await world.says('lead-1', null, 'page');
    expect(to(said, 'lead-1').map(line => line.message)).toEqual(['page-receipt']);
  });
});

describe('in the calm weeks after', () => {
  beforeEach(async () => {
    world = await openRoom(after);
  });

  test('grants wishes in the customer’s own words', async () => {
    for (const [text, heard] of [
      ['every morning please', /09:00/],
      ['not before 10', /10:00/],
      ['I want fewer reminders', /from now on|stop/],
      ['please write to me more often', /from now on/],
      ['ask me at 4', /16:00/],
    ] as const) {
      const [answer] = to(await says(text), place);
      expect([text, answer?.text]).toEqual([text, expect.stringMatching(heard)]);
    }
  });

  test('takes "thank you, you can stop calling" as success: asks whether this is the end, and ends with thanks', async () => {
    const said = await says('thank you, you can stop calling');
    expect(to(said, place).map(line => line.message)).toContain('graduation');
    const ended = await says('yes');
    expect(to(ended, place).some(line => line.text.includes('better'))).toBe(true);
    for (const who of ['adv-1', 'mgr-1', 'sales-1']) expect(to(ended, who)).toHaveLength(1);
    expect(
      (await client().transition.findUniqueOrThrow({ where: { id: 'northwind/erp' } })).phase,
    ).toBe('graduated');
    await says('the training came too late for the warehouse');
    expect(
      await client().event.count({ where: { kind: 'feedback', text: { contains: 'warehouse' } } }),
    ).toBe(1);
  });

  test('tells the advocate of thanks', async () => {
    const said = await says('excellent support');
    expect(to(said, 'adv-1')[0]?.text).toContain('excellent support');
    expect(to(said, place)).toHaveLength(1);
  });
});
