import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { advancePage } from '../../../src/paging/advance-page.ts';
import { callPerson } from '../../../src/paging/chase/call-person.ts';
import { handleFailedCall } from '../../../src/paging/chase/handle-failed-call.ts';
import { openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const ledger = 'The ledger is down, nobody can post anything.';

const raise = async () => (await stage.raise({ words: ledger })).pageId;

/** "14:02 maya chat" for every page that rang so far. */
function rang(): string[] {
  return stage.heard
    .filter(one => one.name === 'page' && !one.isEdit)
    .map(one => `${one.at} ${one.to} ${one.via}`);
}

/** What the customer's receipt said, revision by revision; its first line. */
function receipt(): string[] {
  return stage.heard
    .filter(one => one.name === 'page-receipt')
    .map(one => one.text.split('\n')[0] ?? '');
}

async function contact(personId: string, methods: readonly [string, number][]): Promise<void> {
  await stage.database.client.person.update({
    where: { id: personId },
    data: {
      contact: methods.map(([via, afterMinutes]) => ({
        via,
        to: `${personId}@${via}`,
        afterMinutes,
      })),
    },
  });
}

describe('a page nobody answers', () => {
  test('climbs level by level, each in its time, and the customer can follow', async () => {
    await raise();
    await stage.pass(4.99);
    expect(rang()).toEqual(['14:02 maya chat']);
    await stage.pass(0.01);
    expect(rang().slice(1)).toEqual(['14:07 tom chat']);
    await stage.pass(5);
    expect(rang().slice(2)).toEqual(['14:12 ana chat']);
    expect(receipt()).toEqual([
      "⏳ 14:02 I've paged your advocate Maya. If there is no answer by 14:07, I'll page our on-call colleague Tom.",
      "⏳ 14:07 No answer from Maya yet, so I've paged our on-call colleague Tom. If there is no answer by 14:12, I'll page our manager Ana.",
      "⏳ 14:12 No answer from Maya and Tom yet, so I've paged our manager Ana. If there is no answer by 14:22, I'll page your advocate Maya.",
    ]);
    expect(stage.complaints).toEqual([]);
  });

  test('is repeated, then alarms loudly once, and then goes on steadily', async () => {
    const id = await raise();
    await stage.pass(41);
    expect(rang().slice(3)).toEqual([
      '14:22 maya chat',
      '14:27 tom chat',
      '14:32 ana chat',
      '14:42 ana chat',
    ]);
    const loudly = () =>
      stage.heardBy('northwind-team').filter(({ text }) => text.includes('Nobody has taken'));
    expect(loudly().map(one => one.name)).toEqual(['page-update']);
    expect(stage.heardBy('ana').map(one => one.name)).toContain('task');
    expect(await stage.facts('internal')).toContainEqual(
      expect.stringMatching(/^page.exhausted Everybody on the escalation was called/),
    );
    await stage.pass(30);
    expect(rang().slice(7)).toEqual(['14:57 ana chat', '15:12 ana chat']);
    expect(loudly()).toHaveLength(1);
    await stage.pass(24 * 60);
    const { state, dueAt } = await stage.page(id);
    expect(state).toBe('open');
    expect(Number(dueAt)).toBeGreaterThan(stage.clock.now().getTime());
  });

  test('leaves whoever is called again with one card to answer, the newest, as soon as it is there', async () => {
    await raise();
    for (const minutes of [20, 20, 15, 15]) {
      await stage.pass(minutes);
      const cards = await stage.database.client.message.findMany({
        where: { name: 'page', via: 'chat', toPersonId: { not: null } },
        orderBy: { seq: 'asc' },
      });
      const live = cards.filter(
        ({ card }) => ((card as { actions?: unknown[] }).actions ?? []).length > 0,
      );
      const people = live.map(({ toPersonId }) => toPersonId);
      expect(people).toEqual([...new Set(people)]);
    }
  });

  test('tells the customer nothing of the alarm', async () => {
    await raise();
    await stage.pass(45);
    expect(await stage.facts('shared')).toEqual(['page.raised Lee asked for a person']);
    expect(receipt().at(-1)).toBe(
      "⏳ 14:42 No answer from Maya and Tom yet, so I've paged our manager Ana again. If there is no answer by 14:57, I'll try again.",
    );
  });

  test('shows the person paged everything in one screen', async () => {
    await stage.database.trip(async ({ tx, now }) => {
      await tx.vendorPromise.create({
        data: {
          id: 'p1',
          customerId: 'northwind',
          text: 'month-end report fix',
          state: 'open',
          visibility: 'shared',
          madeAt: now,
          promisedFor: new Date('2026-03-10T17:00:00-04:00'),
        },
      });
      const at = new Date('2026-03-10T02:40:00-04:00');
      const fact = { customerId: 'northwind', at, recordedAt: at };
      await tx.event.create({
        data: {
          ...fact,
          id: 'e1',
          kind: 'note',
          visibility: 'internal',
          text: 'nightly batch started',
        },
      });
    });
    await raise();
    const [card] = stage.heardBy('maya');
    expect(card?.text).toMatch(/^⚠️ Northwind: "The ledger is down, nobody can post anything."$/m);
    expect(card?.text).toMatch(/^Lee, 14:02 their time, your time 18:02\.$/m);
    expect(card?.text).toMatch(
      /^Day 3 after ERP go-live\. \w+ \(\d+ %\), was \w+ yesterday \(\d+ %\)\.$/m,
    );
    expect(card?.text).toMatch(/^Open promise: month-end report fix, due 21:00\.$/m);
    expect(card?.text).toMatch(/^Last facts: 06:40 nightly batch started$/m);
    expect(card?.text).toMatch(/^Level 1 of 3\. Tom is next in 5 min, at 18:07\. Or reply ack\.$/m);
    expect(card?.actions).toEqual(['page.acknowledge', 'page.reassign']);
  });
});

const turns = (rotation: { start: string; people: string[] }) => ({
  rotation: { everyDays: 7, ...rotation },
  only: [],
});

describe('levels that reach nobody', () => {
  test('are passed over at once when nobody is on call', async () => {
    await stage.database.client.schedule.update({
      where: { id: 'duty' },
      data: { layers: [turns({ start: '2026-04-06T09:00', people: ['tom'] })] },
    });
    await raise();
    await stage.pass(5);
    expect(rang()).toEqual(['14:02 maya chat', '14:07 ana chat']);
  });

  test('are passed over at once when their person was called already in this round', async () => {
    await stage.database.client.schedule.update({
      where: { id: 'duty' },
      data: { layers: [turns({ start: '2026-03-02T09:00', people: ['maya'] })] },
    });
    await raise();
    await stage.pass(20);
    expect(rang()).toEqual([
      '14:02 maya chat',
      '14:07 ana chat',
      '14:17 maya chat',
      '14:22 ana chat',
    ]);
  });

  test('never end the page, even when there is nobody at all', async () => {
    await stage.database.client.person.updateMany({
      where: { side: 'vendor' },
      data: { active: false },
    });
    const id = await raise();
    expect(rang()).toEqual([]);
    expect(receipt()).toEqual([
      "⏳ 14:02 I can't reach anybody yet. I am still trying; next at 14:07.",
    ]);
    await stage.database.client.person.update({ where: { id: 'tom' }, data: { active: true } });
    await stage.pass(5);
    expect(rang()).toEqual(['14:07 tom chat']);
    expect((await stage.page(id)).state).toBe('open');
  });

  test('work without any policy by the default one', async () => {
    await stage.database.client.escalationPolicy.deleteMany();
    await raise();
    await stage.pass(5);
    expect(rang()).toEqual(['14:02 maya chat', '14:07 ana chat']);
  });
});

describe('contact methods', () => {
  test('follow each other in their own time, and the acknowledgement stops them', async () => {
    await contact('maya', [
      ['chat', 0],
      ['sms', 2],
      ['voice', 4],
    ]);
    const id = await raise();
    await stage.pass(1.9);
    expect(rang()).toEqual(['14:02 maya chat']);
    await stage.pass(0.1);
    expect(rang()).toHaveLength(2);
    await stage.trip(trip => acknowledgePage(trip, { pageId: id, personId: 'maya' }));
    await stage.pass(20);
    expect(rang()).toHaveLength(2);
  });

  test('go to the next one at once when the first cannot be delivered', async () => {
    await contact('maya', [
      ['chat', 0],
      ['sms', 2],
    ]);
    stage.deaf.add('maya');
    await raise();
    const calls = await stage.database.client.pageCall.findMany({ orderBy: { id: 'asc' } });
    expect(calls.map(call => `${call.personId} ${call.via} ${call.state}`)).toEqual([
      'maya chat failed',
      'maya sms failed',
      'tom chat called',
    ]);
    expect(rang()).toEqual(['14:02 tom chat']);
    expect(receipt().at(-1)).toBe(
      "⏳ 14:02 I've paged our on-call colleague Tom. If there is no answer by 14:07, I'll page our manager Ana.",
    );
  });

  test('fall through every level at once when nobody can be delivered to, and try again', async () => {
    for (const id of ['maya', 'tom', 'ana']) stage.deaf.add(id);
    const id = await raise();
    expect(rang()).toEqual([]);
    expect(receipt().at(-1)).toBe(
      "⏳ 14:02 I can't reach anybody yet. I am still trying; next at 14:17.",
    );
    stage.deaf.clear();
    await stage.pass(15);
    expect(rang()).toEqual(['14:17 ana chat']);
    expect((await stage.page(id)).state).toBe('open');
    expect(stage.complaints).toEqual([]);
  });

  test('call everybody on the levels when not even the fallback can be delivered to', async () => {
    stage.deaf.add('ana');
    await raise();
    await stage.pass(20);
    expect(rang().slice(-2)).toEqual(['14:22 maya chat', '14:22 tom chat']);
  });
});

describe('time that misbehaves', () => {
  test('takes one step after the engine stood still for three hours', async () => {
    await raise();
    await stage.standStill(180);
    expect(rang()).toEqual(['14:02 maya chat', '17:02 tom chat']);
    await stage.pass(5);
    expect(rang().slice(2)).toEqual(['17:07 ana chat']);
  });

  test('keeps the distance between methods after it stood still', async () => {
    await contact('maya', [
      ['chat', 0],
      ['sms', 2],
      ['voice', 4],
    ]);
    await raise();
    await stage.standStill(180);
    expect(rang()).toHaveLength(2);
    await stage.pass(2);
    expect(rang()).toHaveLength(3);
    await stage.pass(1);
    expect(rang().at(-1)).toBe('17:05 tom chat');
  });

  test('says nothing twice when the clock goes back an hour', async () => {
    await raise();
    await stage.pass(5);
    const before = rang();
    stage.clock.moveTo(new Date('2026-03-10T13:07:00-04:00'));
    await stage.engine.runUntilIdle();
    await stage.pass(60);
    expect(rang()).toEqual(before);
    await stage.pass(5);
    expect(rang().slice(2)).toEqual(['14:12 ana chat']);
  });

  test('does nothing when a handler runs again for the same row', async () => {
    const pageId = await raise();
    const [call] = await stage.database.client.pageCall.findMany();
    const [message] = await stage.database.client.message.findMany({ where: { name: 'page' } });
    const before = stage.heard.length;
    for (let times = 0; times < 2; times += 1) {
      await stage.trip(trip => callPerson(trip, call?.id ?? ''));
      await stage.trip(trip => advancePage(trip, pageId));
      await stage.trip(trip => handleFailedCall(trip, message?.id ?? ''));
      await stage.trip(trip => callPerson(trip, 'no such call'));
      await stage.trip(trip => advancePage(trip, 'no such page'));
      await stage.trip(trip => handleFailedCall(trip, 'no such message'));
    }
    expect(stage.heard).toHaveLength(before);
  });
});

test('calls for a human even when the brief cannot be gathered', async () => {
  await stage.database.client.$executeRawUnsafe('ALTER TABLE promise RENAME TO promise_away');
  try {
    await raise();
    const [card] = stage.heardBy('maya');
    expect(card?.text).toContain(ledger);
    expect(card?.text).toContain('I could not gather everything');
    await stage.pass(5);
    expect(rang()).toEqual(['14:02 maya chat', '14:07 tom chat']);
  } finally {
    await stage.database.client.$executeRawUnsafe('ALTER TABLE promise_away RENAME TO promise');
  }
});
