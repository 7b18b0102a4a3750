import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Activity, messageOf, updateOf } from '../../harness/teams/activities.ts';
import { openTeamsStage, type TeamsStage, wordsOf } from './stage.ts';

// TEAMS_LOCAL=1: the Agents Playground on this machine, which signs nothing.
let stage: TeamsStage;
beforeEach(async () => {
  stage = await openTeamsStage({ mode: 'local' });
});
afterEach(() => stage.close());

const unsigned = { authorization: null };

test('whoever runs the local client is one of the vendor, with a home and commands', async () => {
  const { teams, runUntilIdle } = stage;
  const alex = teams.person({ name: 'Alex Wilber' });
  const chat = teams.personal(alex);
  await teams.post(messageOf(teams.scene(alex, chat), { text: 'home' }), unsigned);
  await teams.post(messageOf(teams.scene(alex, chat), { text: 'brief northwind' }), unsigned);
  await runUntilIdle();
  const [home, brief] = teams.seen(chat).map(wordsOf);
  expect(home).toContain('Idris Bello');
  expect(brief).toContain('Northwind');
});

test('what becomes of a channel is known there too, whatever the client calls itself', async () => {
  const { teams, runUntilIdle, ports } = stage;
  const alex = teams.person({ name: 'Alex Wilber' });
  const room = teams.channel({
    name: 'first name',
    team: { id: '19:team@thread.tacv2', name: 'Rollouts' },
    members: [alex],
  });
  const say = async (activity: Activity) => {
    await teams.post({ ...activity, channelId: 'emulator' }, unsigned);
    await runUntilIdle();
  };
  await say(messageOf(teams.scene(alex, room), { text: 'help', mention: true }));
  const channel = { id: room.id, name: 'second name' };
  await say(updateOf(teams.scene(alex, room), 'channelRenamed', { channelData: { channel } }));
  const place = await ports.database.client.place.findFirst({
    where: { identities: { some: { channel: room.id } } },
  });
  expect(place?.name).toBe('second name');
});

test('nothing is believed that did not come from a program on this machine', async () => {
  const { teams, cast, rooms, ports } = stage;
  const activity = messageOf(teams.scene(cast.lead, rooms.shared), { text: 'page', mention: true });
  const refused = async (headers: Record<string, string>) => {
    const { status } = await teams.post(activity, { ...unsigned, headers });
    expect([headers, status]).toEqual([headers, 401]);
  };
  await refused({ Origin: 'https://evil.example' });
  await refused({ 'X-Forwarded-For': '203.0.113.7' });
  await refused({ Forwarded: 'for=203.0.113.7' });
  expect(await postAs('handrail.evil.example')).toBe(401);
  const elsewhere = { ...activity, serviceUrl: 'http://203.0.113.7:3978/' };
  expect((await teams.post(elsewhere, unsigned)).status).toBe(401);
  expect(await ports.database.client.inbox.count()).toBe(0);
});

/** The status of a request that names another host, as after a rebound name. */
function postAs(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'content-type': 'application/json' };
    const asked = request(stage.teams.botUrl, { method: 'POST', headers }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end('{}');
  });
}
