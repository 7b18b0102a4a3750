import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { messageOf } from '../../harness/teams/activities.ts';
import { type NaiveBot, openNaiveBot } from '../../harness/teams/naive-bot.ts';
import type { Conversation, Member } from '../../harness/teams/people.ts';
import { type FakeTeams, openFakeTeams } from '../../harness/teams/teams.ts';

// If a bot as tutorials write it passed here, the fake would be no Teams, and our own proofs worth nothing.
let teams: FakeTeams;
let bot: NaiveBot | null = null;
let ana: Member;
let chat: Conversation;
beforeEach(async () => {
  teams = await openFakeTeams({ redeliverAfter: 10_000 });
  ana = teams.person({ name: 'Ana Lima' });
  chat = teams.personal(ana);
});
afterEach(async () => {
  await bot?.close();
  await teams.close();
});

async function open(parts?: Parameters<typeof openNaiveBot>[1]): Promise<NaiveBot> {
  bot = await openNaiveBot(teams, parts);
  teams.botUrl = bot.url;
  return bot;
}

const hello = (text = 'hello') => messageOf(teams.scene(ana, chat), { text });

test('the naive bot works at all', async () => {
  const naive = await open();
  expect((await teams.deliver(hello())).status).toBe(200);
  expect(naive.turns()).toBe(1);
  expect(teams.seen(chat)).toMatchObject([{ text: 'You said: hello' }]);
});

test('the naive bot does the same thing twice when Teams sends it twice', async () => {
  const naive = await open();
  const activity = hello();
  await teams.deliver(activity);
  await teams.deliver(activity);
  expect(naive.turns()).toBe(2);
  expect(teams.seen(chat)).toHaveLength(2);
});

test('the naive bot loses what it could not work on, and tells Teams that all is well', async () => {
  let isAway = true;
  const naive = await open({
    turn: async context => {
      if (isAway) throw new Error('the database is away');
      await context.sendActivity('written down');
    },
  });
  const { status, attempts } = await teams.deliver(hello('the ledger is down'));
  isAway = false;
  expect([status, attempts.length]).toEqual([200, 1]);
  expect(naive.turns()).toBe(1);
  expect(teams.seen(chat)).toEqual([]);
});

test('the naive bot says the same thing several times when an answer of Teams is lost', async () => {
  await open();
  teams.faults.add({ fault: 'accept-then-reset', times: 2, on: ({ kind }) => kind === 'send' });
  await teams.deliver(hello());
  expect(teams.seen(chat).length).toBeGreaterThan(1);
});

test('the naive bot shows its token to whoever is named as the service', async () => {
  const heard: (string | undefined)[] = [];
  const trap = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.setHeader('Content-Type', 'application/json').end('{"id":"1"}');
  });
  await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve));
  await open();
  const serviceUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/`;
  await teams.deliver({ ...hello(), serviceUrl });
  expect(heard).toEqual([`Bearer ${teams.tokens.given[0]}`]);
  trap.closeAllConnections();
  await new Promise(resolve => trap.close(resolve));
});
