import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSlack } from '../../../src/adapters/slack/open-slack.ts';
import { plus } from '../../../src/shared/time.ts';
import type { SetupMapping } from '../../harness/northwind.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import type { FakeMessage } from '../../harness/slack/message-store.ts';
import { buildSlackSettings, signingSecret } from '../../harness/slack/slack-settings.ts';
import { messageOf, pressOf } from '../../harness/teams/activities.ts';
import { atOnce, bot, crowd, furnish, ids, until } from '../slack/front.ts';
import { buttonOf, openTeamsStage, type TeamsStage, wordsOf } from './stage.ts';

// One vendor on two platforms: Northwind's people and Lakeside's advocate are in Teams, everybody else is in Slack.
let stage: TeamsStage;
let slack: FakeSlack;
let http: ReturnType<FakeSlack['http']>;

function onBoth(teams: SetupMapping) {
  const person = (id: string) => teams.people.find(each => each.id === id)?.identities;
  const place = teams.customers[0]?.places[0]?.identities;
  return {
    ...crowd,
    people: crowd.people.map(each => {
      if (each.id === 'daniel') return { ...each, identities: person('lead-1') };
      return each.id === 'omar' ? { ...each, identities: person('adv-1') } : each;
    }),
    customers: crowd.customers.map(each => ({
      ...each,
      places: each.places.map(one =>
        one.id === 'northwind-shared' ? { ...one, identities: place } : one,
      ),
    })),
  };
}

beforeAll(async () => {
  let now = () => Date.now();
  slack = await openFakeSlack({ now: () => now() });
  furnish(slack);
  let health = () => '';
  stage = await openTeamsStage({
    at: '2026-03-04T15:00:00Z',
    setup: onBoth,
    beside: ({ ports, logger }) => {
      now = () => ports.clock.now().getTime();
      const joined = openSlack({
        settings: buildSlackSettings(slack),
        secretKeys: [],
        publicUrl: 'https://handrail.example.com',
        ports,
        logger,
      });
      health = () => joined.health();
      return joined;
    },
  });
  http = slack.http({ url: `${stage.server.url}/slack/events`, signingSecret, ...atOnce });
  await until(() => health() === 'up');
  await pass();
});
afterAll(async () => {
  await stage.close();
  await slack.close();
});

/** What is due now and within the next moments is done, and what is paced is sent. */
async function pass(): Promise<void> {
  await stage.runUntilIdle();
  const { clock } = stage.ports;
  await stage.world.engine.advanceTo(clock, plus(clock.now(), 20_000));
}

function inSlack(channel: (id: string) => boolean): FakeMessage[] {
  return slack.messages.all().filter(({ user, channel: id }) => user === bot && channel(id));
}

test('a customer in Teams, an advocate in Slack: called, acknowledged and told, each where they are', async () => {
  const { teams, cast, rooms } = stage;
  const asked = teams.scene(cast.lead, rooms.shared);
  await teams.deliver(messageOf(asked, { text: 'page, the ledger is down', mention: true }));
  await pass();
  const receipt = () => wordsOf(teams.seen(rooms.shared).find(({ root }) => root === asked.id));
  expect(receipt()).toContain('paged your advocate Nora Whitfield');
  const page = inSlack(id => id !== ids.shared && id !== ids.internal).at(-1);
  expect(page?.text).toContain('the ledger is down');
  if (!page) throw new Error('Nobody was called in Slack.');
  const isAck = ({ actionId }: { actionId: string }) => actionId.startsWith('page.acknowledge');
  await http.hand(slack.acts.press(ids.advocate, page, isAck));
  await pass();
  expect(receipt()).toContain('Nora Whitfield has it');
  expect(teams.cardProblems).toEqual([]);
});

test('a customer in Slack, an advocate in Teams: the same the other way round', async () => {
  const { teams, cast, rooms } = stage;
  const chat = rooms.personal(cast.advocate);
  await teams.deliver(messageOf(teams.scene(cast.advocate, chat), { text: 'help' }));
  await pass();
  await slack.say(http, {
    user: ids.otherLead,
    channel: ids.otherShared,
    text: `<@${bot}> page, nobody can post anything`,
  });
  await pass();
  const receipt = () =>
    inSlack(id => id === ids.otherShared)
      .map(({ text }) => text)
      .join('\n');
  expect(receipt()).toContain('paged your advocate Omar Haddad');
  const page = teams.seen(chat).at(-1);
  expect(wordsOf(page)).toContain('nobody can post anything');
  const data = buttonOf(page, 'page.acknowledge');
  const press = pressOf(teams.scene(cast.advocate, chat), { data, on: String(page?.id) });
  const { status, body } = await teams.deliver(press);
  expect([status, body]).toMatchObject([200, { statusCode: 200 }]);
  await pass();
  expect(receipt()).toContain('Omar Haddad has it');
  expect(wordsOf(teams.seen(chat).find(({ id }) => id === page?.id))).toContain('You have it');
});
