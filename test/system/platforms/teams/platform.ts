import { buttonsOf, cardsOf, readCard } from '../../../harness/teams/read-card.ts';
import type { Payload } from '../fixture.ts';
import type { Person } from '../northwind.ts';
import type {
  Abilities,
  OpenPlatform,
  PlatformUnderTest,
  Shown,
  Told,
} from '../platform-under-test.ts';
import { dialogsIn } from './dialogs.ts';
import { openTeamsDoor, type TeamsDoor } from './door.ts';
import { wordsIn } from './words.ts';

/** Activities as Microsoft's documents show them, and the connector as a fake over HTTP. */
export const teams: PlatformUnderTest = {
  name: 'Teams',
  lacks: {
    slash: 'a bot has no slash commands there; words in its chat are as quiet',
    pins: 'a bot is told of reactions to its own messages alone',
  },
  open,
};

async function open(): Promise<OpenPlatform> {
  const door = await openTeamsDoor();
  const { town, fixtures } = door;
  const { stage } = town;
  const words = wordsIn(door);
  return {
    fixtures,
    ports: stage.ports,
    complaints: stage.complaints,
    ...words,
    ...dialogsIn(door, words.tell),
    presses: {
      'Action.Execute': (by, on, label) =>
        press(door, { by, on, label }, ({ kind, about, data }) => {
          const fixture = kind === 'personal' ? 'card-action-direct' : 'card-action';
          return fixtures.replay(fixture, { ...about, value: { action: { data } } });
        }),
      'Action.Submit of an old client': (by, on, label) =>
        press(door, { by, on, label }, ({ about, data }) =>
          fixtures.replay('card-submit', { ...about, value: data }),
        ),
    },
    async shown(where) {
      const { id } = typeof where === 'string' ? town.roomOf(where) : town.chatOf(where.person);
      const ours = stage.teams.shown.filter(each => each.conversation === id && !each.isDeleted);
      return ours.map(({ id: own, root, activity }) => ({
        id: own,
        words: cardsOf(activity).map(readCard).join('\n'),
        buttons: cardsOf(activity)
          .flatMap(buttonsOf)
          .map(({ title }) => title),
        threadOf: root === own ? null : root,
      }));
    },
    likes: {
      async like(by, { id: replyToId }) {
        const { where, root } = placeOf(door, replyToId);
        const about = door.news({ by, where, root });
        await door.deliver(fixtures.replay('message-reaction', { ...about, replyToId }));
      },
    },
    places: placesIn(door),
    outages: { goDown: () => stage.teams.down(), comeBack: () => stage.teams.up() },
    limits: {
      refuseNext(seconds) {
        const fault = { status: 429, retryAfter: String(seconds) };
        stage.teams.faults.add({ fault, times: 1, on: ({ kind }) => kind === 'send' });
      },
      asked: () => stage.teams.calls.filter(({ kind }) => kind === 'send').length,
    },
    pass: door.pass,
    close: () => stage.close(),
  };
}

/** Where a message of ours stands. */
function placeOf({ town }: TeamsDoor, id: string) {
  const { shown: all, conversations } = town.stage.teams;
  const shown = all.find(each => each.id === id && !each.isDeleted);
  const where = conversations.get(shown?.conversation ?? '');
  if (!shown || !where) throw new Error(`Teams shows no message ${id}.`);
  return { ...shown, where };
}

interface Pressed {
  readonly by: Person;
  readonly on: Shown;
  readonly label: string;
}

interface ToTell {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly about: Payload;
  readonly data: Payload;
}

async function press(
  door: TeamsDoor,
  { by, on, label }: Pressed,
  activityOf: (press: ToTell) => Payload,
): Promise<Told> {
  const { where, root, activity: shown } = placeOf(door, on.id);
  const button = cardsOf(shown)
    .flatMap(buttonsOf)
    .find(({ title }) => title === label);
  if (!button) throw new Error(`There is no button "${label}" on: ${on.words}`);
  const about = { ...door.act({ by, where, root }), replyToId: on.id };
  const activity = activityOf({ kind: where.kind, about, data: button.data });
  await door.deliver(activity);
  return door.again(activity);
}

/** Teams tells of our coming and going twice: as news of the team's members, and of the app. */
function placesIn({ town, fixtures, ...door }: TeamsDoor): Abilities['places'] {
  const us = () => [{ id: town.stage.teams.botId }];
  return {
    async arrive(by) {
      const where = town.makeChannel(by);
      await door.deliver(fixtures.replay('installation-add', door.news({ by, where })));
      const news = { ...door.news({ by, where }), membersAdded: us() };
      await door.deliver(fixtures.replay('bot-added', news));
      return where.id;
    },
    async leave(by, place) {
      const where = town.roomOf(place);
      where.isInstalled = false;
      const news = { ...door.news({ by, where }), membersRemoved: us() };
      await door.deliver(fixtures.replay('bot-removed', news));
      await door.deliver(fixtures.replay('installation-remove', door.news({ by, where })));
    },
    channelOf: place => town.roomOf(place).id,
  };
}
