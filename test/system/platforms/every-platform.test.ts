import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { minute, second } from '../../../src/shared/time.ts';
import { cast, places } from './northwind.ts';
import type { OpenPlatform, Shown, Told } from './platform-under-test.ts';
import { practice } from './practice/platform.ts';
import { promisesOf } from './promise.ts';
import { slack } from './slack/platform.ts';
import { teams } from './teams/platform.ts';
import { moments, watch } from './watch.ts';

const { advocate, backup, manager, lead, member, stranger } = cast;
const { shared, team } = places;
const question = "what's happening now?";
const frozen = 'the old ledger is frozen';
const refusal = "I can't help with that here.";

const saying = (...words: string[]) =>
  words.map(each => ({ words: expect.stringContaining(each) }));

describe.each([slack, teams, practice])('on $name', under => {
  let platform: OpenPlatform;
  const promise = promisesOf(under, () => platform);
  const { shownAfter, press, command } = watch(() => platform);
  beforeAll(async () => {
    platform = await under.open();
    await command(advocate, `publish northwind: ${frozen}`);
  });
  afterAll(async () => {
    await platform.close();
    expect(platform.complaints).toEqual([]);
  });

  const client = () => platform.ports.database.client;
  const openPages = () => client().page.count({ where: { state: { not: 'resolved' } } });
  /** What was said, without the words of ours that an edit changed: those are kept to be told apart from a call. */
  const heard = () => client().inbox.count({ where: { NOT: { id: { contains: ':edited:' } } } });
  /** Who may read the facts with this in them. */
  const readersOf = async (text: string) => {
    const facts = await client().event.findMany({ where: { text: { contains: text } } });
    return facts.map(({ visibility }) => visibility);
  };
  const ask = () => platform.say(lead, shared, question);
  const askByName = () => platform.mention(lead, shared, question);

  test('a plain question in the shared place is answered from the timeline, in its thread', async () => {
    const answers = await shownAfter(shared, ask);
    expect(answers).toMatchObject(saying(frozen));
    expect(answers[0]?.words).toContain('Dress rehearsal of the night');
    expect(answers[0]?.threadOf).not.toBeNull();
  });

  test('whoever names us is answered once, however often the platform tells of it', async () => {
    expect(await shownAfter(shared, askByName)).toMatchObject(saying(frozen));
  });

  promise('threads', 'a reply in a thread of ours needs no name and stays there', async threads => {
    const asked = await ask();
    await platform.pass(moments);
    const answers = await shownAfter(shared, () => threads.reply(lead, asked, 'who is on duty?'));
    expect(answers).toMatchObject(saying('Idris Bello'));
    expect(answers[0]?.threadOf).toBe(asked.id);
  });

  test('between people nobody is interrupted', async () => {
    const talk = () => platform.say(lead, shared, 'see you tomorrow, Grace');
    expect(await shownAfter(shared, talk)).toEqual([]);
    expect(await shownAfter({ person: advocate }, talk)).toEqual([]);
  });

  promise('edits', 'a message that is edited is not heard a second time', async edits => {
    const asked = await ask();
    await platform.pass(moments);
    const before = await heard();
    const edit = () => edits.edit(asked, `${question} please`);
    expect(await shownAfter(shared, edit)).toEqual([]);
    expect(await heard()).toBe(before);
  });

  promise('quotes', 'what somebody writes under a quotation is answered', async ({ ways }) => {
    for (const quote of Object.values(ways)) {
      const quoting = { quoted: 'Dress rehearsal of the night', text: question };
      const answers = await shownAfter(shared, () => quote(lead, shared, quoting));
      expect(answers).toMatchObject(saying(frozen));
    }
  });

  promise('quotes', 'what is quoted is not said by whoever quotes it', async ({ ways, apart }) => {
    for (const way of apart) {
      const quoting = { quoted: 'page', text: 'see you tomorrow' };
      const quote = async () => ways[way]?.(lead, shared, quoting);
      expect(await shownAfter(shared, quote)).toEqual([]);
      expect(await openPages()).toBe(0);
    }
  });

  test('a press acts once, in each way it is told, and told again it changes nothing', async () => {
    for (const way of Object.values(platform.presses)) {
      const [situation] = await shownAfter(shared, ask);
      if (!situation) throw new Error('The question was not answered.');
      let raised: Told | undefined;
      const pages = await shownAfter({ person: advocate }, async () => {
        raised = await way(lead, situation, 'Get a person');
      });
      expect(pages).toMatchObject(saying('Northwind'));
      expect(await shownAfter({ person: advocate }, async () => raised?.again())).toEqual([]);
      const taken = await press(advocate, pages[0], 'I have it');
      const seen = await platform.shown({ person: advocate });
      expect(seen.find(({ id }) => id === pages[0]?.id)?.words).toContain('You have it');
      await taken.again();
      await platform.pass(moments);
      expect(await platform.shown({ person: advocate })).toEqual(seen);
      await command(advocate, 'resolve northwind: the queue was full');
      expect(await openPages()).toBe(0);
    }
  });

  test('whoever may not press a button is refused, and it stays for whoever may', async () => {
    await platform.mention(lead, shared, 'page');
    const id = (await platform.shown(shared)).at(-1)?.id;
    await command(advocate, 'resolve northwind: the queue was full');
    const receipt = async () => (await platform.shown(shared)).find(one => one.id === id);
    const before = await receipt();
    const refused = await shownAfter({ person: backup }, () => press(backup, before, 'Yes'));
    expect(refused.map(({ words }) => words)).toEqual([refusal]);
    expect(await receipt()).toEqual(before);
    await press(lead, before, 'Yes');
    expect((await receipt())?.words).toContain('Thank you for telling me that it worked.');
  });

  promise('forms', 'a form follows what is chosen, and sent twice is one command', async forms => {
    const form = await forms.open(manager, 'cadence');
    const next = await form?.change({ how: 'close' });
    expect(form?.words).not.toContain('closeness close');
    expect(next?.words).toContain('closeness close');
    let sent: Told | undefined;
    const done = await shownAfter({ person: manager }, async () => {
      sent = await next?.submit({ how: 'close', why: 'the first month-end is near' });
    });
    expect(done).toMatchObject(saying('✅ Done'));
    expect(await shownAfter({ person: manager }, async () => sent?.again())).toEqual([]);
    expect(await client().audit.count({ where: { action: 'cadence.change' } })).toBe(1);
  });

  promise('forms', 'a form opens for the vendor alone', async forms => {
    for (const name of ['page', 'log'] as const) {
      expect(await forms.open(advocate, name)).not.toBeNull();
      expect(await forms.open(member, name)).toBeNull();
    }
  });

  promise('home', 'home shows each side what is theirs, and strangers nothing', async home => {
    await command(advocate, 'task northwind: phone Grace');
    for (const by of [advocate, manager]) {
      const ours = await home.open(by);
      expect(ours).toContain('No page waits for you.');
      expect(ours).toMatch(/My customers, by risk\nNorthwind/);
      expect(ours).toContain('On call\nduty: Idris Bello');
    }
    expect(await home.open(advocate)).toContain('phone Grace');
    const theirs = await home.open(member);
    expect(theirs).toContain('Dress rehearsal of the night');
    expect(theirs).toContain('[Get a person]');
    expect(theirs).not.toMatch(/confidence|by risk|phone Grace/i);
    expect((await home.open(stranger)).trim()).toBe(refusal);
  });

  promise(
    'shortcuts',
    'a message added to the timeline from its menu is noted once',
    async menu => {
      const said = await platform.say(lead, shared, 'the totals look odd');
      const picked = await menu.pick(advocate, 'handrail_log', said);
      await picked.again();
      await platform.pass(moments);
      expect(await readersOf('the totals look odd')).toEqual(['internal']);
    },
  );

  promise('shortcuts', 'a message is seen once more before the customer reads it', async menu => {
    const said = await platform.say(advocate, team, 'the totals are right again');
    const preview = await menu.publish(advocate, said);
    expect(preview.words).toContain('the totals are right again');
    expect(await readersOf('right again')).not.toContain('shared');
    await preview.confirm();
    await platform.pass(moments);
    expect(await readersOf('right again')).toContain('shared');
  });

  promise('slash', 'a slash command is answered to its speaker alone', async slash => {
    let answers: Shown[] = [];
    const inThePlace = await shownAfter(shared, async () => {
      const give = () => slash.command(advocate, shared, 'brief northwind');
      answers = await shownAfter({ person: advocate }, give);
    });
    expect(answers).toMatchObject(saying('Wholesale, 240 people'));
    expect(inThePlace).toEqual([]);
  });

  promise('pins', 'a pin of the vendor on a message notes it, once', async ({ pin }) => {
    const said = await platform.say(lead, shared, 'the nightly batch ran at four');
    const pinned = await pin(advocate, said);
    await pinned.again();
    await platform.pass(moments);
    expect(await readersOf('ran at four')).toEqual(['internal']);
  });

  promise('likes', 'a like is talk between people', async ({ like }) => {
    const [answer] = await shownAfter(shared, ask);
    const before = await heard();
    if (answer) await like(lead, answer);
    expect(await heard()).toBe(before);
  });

  promise(
    'outages',
    'what waits for the platform is said once afterwards, in order',
    async away => {
      let answers: Shown[] = [];
      const told = await shownAfter({ person: advocate }, async () => {
        answers = await shownAfter(shared, async () => {
          await away.goDown();
          await askByName();
          for (const word of ['first', 'second']) {
            await platform.tell(advocate, `publish northwind: the ${word} word`);
            await platform.pass(3 * minute);
          }
          await away.comeBack();
          await platform.pass(minute);
        });
      });
      expect(answers).toMatchObject(
        saying('Dress rehearsal of the night', 'the first word', 'the second word'),
      );
      expect(told).toMatchObject(saying('the first word', 'the second word'));
      expect(await shownAfter(shared, () => platform.pass(5 * minute))).toEqual([]);
    },
  );

  promise(
    'limits',
    'refused for seven seconds we are silent for seven, and say it once',
    async limits => {
      const before = limits.asked();
      limits.refuseNext(7);
      const early = await shownAfter(shared, async () => {
        await askByName();
        await platform.pass(7 * second - moments - 1);
      });
      expect([early, limits.asked()]).toEqual([[], before + 1]);
      expect(await shownAfter(shared, () => platform.pass(minute))).toHaveLength(1);
      expect(limits.asked()).toBe(before + 2);
    },
  );

  promise(
    'places',
    'brought to a new place we ask who reads it, and say nothing there',
    async town => {
      let fresh = '';
      const asked = await shownAfter({ person: manager }, async () => {
        fresh = await town.arrive(manager);
      });
      expect(asked).toMatchObject(saying('Which customer is it, and do they read it?'));
      expect(asked[0]?.buttons).toEqual(['Northwind, they read it']);
      expect(await platform.shown(fresh)).toEqual([]);
    },
  );

  promise(
    'places',
    'removed from a place we are silent there, and the vendor knows',
    async town => {
      const told = await shownAfter({ person: advocate }, () => town.leave(manager, shared));
      expect(told).toMatchObject(saying("I've stopped speaking in"));
      const where = { channel: town.channelOf(shared) };
      const known = await client().placeIdentity.findFirst({ where, include: { place: true } });
      expect(known?.place).toMatchObject({ id: shared, parkedReason: expect.any(String) });
      const publish = () => command(advocate, 'publish northwind: nobody is here');
      expect(await shownAfter(shared, publish)).toEqual([]);
    },
  );

  test('every payload in its documents’ shape went through the door', () => {
    expect(platform.fixtures.unused()).toEqual([]);
  });
});
