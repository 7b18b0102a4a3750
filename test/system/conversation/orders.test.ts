import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GivenCommand, Inbound } from '../../../src/conversation/arrival/inbound.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { account, channel, connectSlack, ours, theirs } from './slack.ts';
import { send } from './talk.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openRoom();
  await connectSlack(world);
});
afterAll(() => world.close());

const nora = ours('U0NORA');
const ana = theirs('U0ANA');
const shared = channel('C0SHARED');
const client = () => world.stage.world.ports.database.client;
const refused = "I can't help with that here.";

type About = NonNullable<GivenCommand['about']>;

/** A shortcut on a message, as an adapter hands it over. */
const order = (
  command: GivenCommand['command'],
  about: Partial<About> | null,
  over: Partial<Inbound> & { words?: string } = {},
) => {
  const { words = '', ...rest } = over;
  const given = about && { ref: 'C0SHARED/1.1', text: null, author: null, ...about };
  return {
    from: nora,
    in: shared,
    quietly: true,
    ...rest,
    said: { kind: 'command', command, words, about: given } as const,
  };
};

const said = (text: string, ref: string, over: Partial<Inbound> = {}) =>
  send(world, {
    from: ana,
    in: shared,
    addressed: false,
    ref,
    ...over,
    said: { kind: 'text', text },
  });

const notes = (text: string) =>
  client().event.findMany({ where: { text: { contains: text } }, orderBy: { seq: 'asc' } });

describe('what is said quietly is answered to the speaker alone', () => {
  test.each([
    ["what's happening now?", ana, 'lead-1', 'situation'],
    ['status northwind', nora, 'adv-1', 'situation'],
    ['brief northwind', nora, 'adv-1', 'answer'],
  ] as const)('%s', async (text, from, to, name) => {
    const answers = await send(world, {
      from,
      in: shared,
      quietly: true,
      said: { kind: 'text', text },
    });
    expect(answers.map(one => [one.to, one.name, one.threadOf])).toEqual([[to, name, null]]);
  });

  test('says nothing to somebody it does not know, because there is nobody to say it to', async () => {
    const guest = ours('U0GUEST', 'Gus', { isGuest: true });
    for (const text of ["what's happening now?", 'brief northwind', 'log it']) {
      const answers = await send(world, {
        from: guest,
        in: shared,
        quietly: true,
        said: { kind: 'text', text },
      });
      expect(answers).toEqual([]);
    }
  });

  test('keeps an update and a promise with us that nobody else has read', async () => {
    await send(world, { from: ana, in: shared, said: { kind: 'text', text: 'page' } });
    await send(world, { from: nora, said: { kind: 'text', text: 'ack' } });
    const quiet = (text: string) =>
      send(world, { from: nora, in: shared, quietly: true, said: { kind: 'text', text } });
    await quiet('update the vendor of the pump is asleep');
    await quiet('promise send the secret plan by Monday 17:00');
    await quiet('resolve internal: nothing');
    expect((await notes('asleep')).map(one => one.visibility)).toEqual(['internal']);
    const promises = await client().vendorPromise.findMany();
    expect(promises.map(one => one.visibility)).toEqual(['internal']);
  });

  test('takes a command from a channel where it is not, as said to it alone', async () => {
    const answers = await send(world, {
      from: nora,
      in: channel('C0RANDOM'),
      quietly: true,
      said: { kind: 'text', text: 'log northwind: from anywhere' },
    });
    expect(answers.map(one => [one.to, one.audience])).toEqual([['adv-1', 'internal']]);
    expect(await client().placeIdentity.count({ where: { channel: 'C0RANDOM' } })).toBe(0);
  });
});

describe('a message somebody points at', () => {
  test('is added to the timeline with its author, for us only, and only once', async () => {
    await said('the new screens are slow', 'C0SHARED/2.1');
    const about = { ref: 'C0SHARED/2.1', text: 'the new screens are slow', author: account(ana) };
    const first = await send(world, order('log', about));
    expect(first.map(one => [one.to, one.audience])).toEqual([['adv-1', 'internal']]);
    expect(first[0]?.text).toContain('Daniel Reyes: the new screens are slow');
    const second = await send(world, order('log', about, { from: ours('U0HELEN') }));
    expect(second.map(one => one.to)).toEqual(['mgr-1']);
    expect(second[0]?.text).toContain('already');
    const found = await notes('the new screens are slow');
    expect(found.filter(one => one.kind === 'note')).toEqual([
      expect.objectContaining({ visibility: 'internal', customerId: 'northwind' }),
    ]);
  });

  test('is found again where the platform gives only its reference', async () => {
    await said('invoices print twice', 'C0SHARED/3.1');
    await send(world, order('log', { ref: 'C0SHARED/3.1' }));
    const [note] = await notes('Daniel Reyes: invoices print twice');
    expect(note).toMatchObject({ kind: 'note', visibility: 'internal' });
  });

  test('is never one of another place, and what cannot be found is said privately', async () => {
    await said('lakeside secret words', 'C0LAKE/1.1', {
      from: theirs('U0ZULE', 'T0LAKE'),
      in: channel('C0LAKE'),
    });
    for (const ref of ['C0LAKE/1.1', 'C0SHARED/9.9']) {
      const answers = await send(world, order('log', { ref }));
      expect(answers.map(one => one.to)).toEqual(['adv-1']);
      expect(answers[0]?.text).toContain('log northwind:');
    }
    expect((await notes('lakeside secret words')).filter(one => one.kind === 'note')).toEqual([]);
  });

  test('stays with the customer whose place it is, whatever name stands in it', async () => {
    await send(world, order('log', { ref: 'C0SHARED/4.1', text: 'Lakeside: has the same fault' }));
    const [note] = await notes('has the same fault');
    expect(note).toMatchObject({ customerId: 'northwind', text: 'Lakeside: has the same fault' });
  });

  test('is not published unseen: it is shown to whoever asked, with the button that does it', async () => {
    const about = { ref: 'C0TEAM/1.1', text: 'the batch is stuck', author: account(nora) };
    const shown = await send(world, order('publish', about, { in: channel('C0TEAM') }));
    expect(shown.map(one => [one.to, one.audience])).toEqual([['adv-1', 'internal']]);
    expect(shown[0]?.text).toContain('Nora Whitfield: the batch is stuck');
    const visibilities = async () =>
      (await notes('the batch is stuck'))
        .filter(one => one.kind === 'note')
        .map(one => one.visibility);
    expect(await visibilities()).toEqual(['internal']);
    await world.presses('adv-1', 'note.publish');
    expect(await visibilities()).toEqual(['internal', 'shared']);
    const again = await send(world, order('publish', about, { in: channel('C0TEAM') }));
    expect(again[0]?.text).toContain('can read that already');
    expect(await visibilities()).toEqual(['internal', 'shared']);
  });

  test('calls somebody with its words, and the customer is not told', async () => {
    const about = { ref: 'C0SHARED/5.1', text: 'payroll runs tonight', author: account(ana) };
    const came = await send(world, order('page', about));
    expect(came.map(one => one.name).sort()).toEqual(['answer', 'page', 'page-update']);
    expect(came.every(one => one.audience === 'internal')).toBe(true);
    const page = await client().page.findFirstOrThrow({ where: { state: 'open' } });
    expect(page).toMatchObject({ isShared: false, reason: 'Daniel Reyes: payroll runs tonight' });
    await send(world, { from: nora, said: { kind: 'text', text: 'ack' } });
    await send(world, { from: nora, said: { kind: 'text', text: 'resolve internal: it is fine' } });
  });

  test('does nothing twice when the same event comes again', async () => {
    const once = order('log', { ref: 'C0SHARED/6.1', text: 'said once' }, { id: 'order-once' });
    await send(world, once);
    expect(await send(world, once)).toEqual([]);
    expect((await notes('said once')).filter(one => one.kind === 'note')).toHaveLength(1);
  });

  test('in a place that is nobody’s does nothing and tells the vendor alone', async () => {
    const about = { ref: 'C0RANDOM/1.1', text: 'some words' };
    const answers = await send(world, order('log', about, { in: channel('C0RANDOM') }));
    expect(answers.map(one => [one.to, one.audience])).toEqual([['adv-1', 'internal']]);
    expect(answers[0]?.text).toContain('place ');
    const others = order('log', about, { in: channel('C0RANDOM'), from: ana });
    expect(await send(world, others)).toEqual([]);
    expect(await notes('some words')).toEqual([]);
  });
});

describe('a command from anybody else is refused in the same words as always', () => {
  test.each(['log', 'publish', 'page', 'cadence', 'override', 'milestone'] as const)(
    '%s',
    async command => {
      const about = { text: 'take this' };
      for (const from of [ana, theirs('U0ZULE', 'T0LAKE')]) {
        const answers = await send(world, order(command, about, { from }));
        expect(answers.map(one => one.text)).toEqual([refused]);
        expect(answers[0]?.to).not.toBe('northwind-shared');
      }
      const guest = ours('U0GUEST', 'Gus', { isGuest: true });
      expect(await send(world, order(command, about, { from: guest }))).toEqual([]);
      expect(await notes('take this')).toEqual([]);
    },
  );
});
