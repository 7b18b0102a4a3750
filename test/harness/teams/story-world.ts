import { openTeams } from '../../../src/adapters/teams/open-teams.ts';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import type { Outgoing, Sent, Surface, Surfaces } from '../../../src/delivery/surface.ts';
import type { Scenario } from '../../../src/rehearsal/scenario.ts';
import type { OpenWorld, StageWorld } from '../../../src/rehearsal/stage.ts';
import type { Logger } from '../../../src/shared/logger.ts';
import { createWorld } from '../../../src/world.ts';
import { openTestDatabase } from '../database.ts';
import { serve } from '../serve.ts';
import { messageOf, pressOf } from './activities.ts';
import type { Conversation, Member } from './people.ts';
import { customerTenant, type FakeTeams, hostTenant, openFakeTeams } from './teams.ts';

/** A story whose people and places are all in Teams. */
export interface TeamsStory {
  readonly scenario: Scenario;
  /** Makes its world: everything said to Handrail and by it goes through Teams. */
  readonly open: OpenWorld;
  /** What was shown in Teams in other words than it was told in, as "to: told | shown". */
  readonly differences: readonly string[];
  /** Messages handed over through Teams. */
  readonly handed: () => number;
  /** What Teams would not have shown. */
  readonly problems: () => readonly string[];
}

interface Town {
  readonly people: ReadonlyMap<string, Member>;
  readonly chats: ReadonlyMap<string, Conversation>;
  readonly places: ReadonlyMap<string, Conversation>;
}

/** The same story, with everybody in the vendor's tenant or a guest of it. */
export async function openTeamsStory(
  { setup, ...scenario }: Scenario,
  logger: Logger,
): Promise<TeamsStory> {
  let now = scenario.from;
  const teams = await openFakeTeams({ now: () => now, redeliverAfter: 60_000 });
  const town = settle(teams, setup);
  const differences: string[] = [];
  let handed = 0;
  const open: OpenWorld = async ({ from, seed, surfaces }) => {
    const ports = await openTestDatabase(from, seed);
    now = from;
    const clock = {
      now: ports.clock.now,
      moveTo: (instant: Date) => {
        now = instant;
        ports.clock.moveTo(instant);
      },
    };
    const way = {
      kind: 'tenant',
      appId: teams.appId,
      appPassword: teams.appPassword,
      appTenantId: hostTenant,
      appType: 'SingleTenant',
      openIdUrl: teams.openIdUrl,
      loginUrl: teams.loginUrl,
    } as const;
    const joined = await openTeams({ way, ports, logger });
    const surface = beside(joined.surface, surfaces, (message, sent) => {
      handed += 1;
      const difference = differenceOf(teams, message, sent);
      if (difference) differences.push(difference);
    });
    const world = createWorld({
      ...ports,
      logger,
      surfaces: { connected: [surface], everywhere: surfaces.everywhere },
    });
    let working: Promise<void> = Promise.resolve();
    const nudge = () => {
      working = working.then(() => world.engine.runUntilIdle());
    };
    const server = await serve({
      ports,
      logger,
      nudge,
      mounts: [joined.listen({ world, nudge })],
    });
    teams.botUrl = `${server.url}/api/messages`;
    await meetEverybody(teams, town);
    const stageWorld: StageWorld = {
      ports: { ...ports, clock },
      engine: world.engine,
      receive: async inbound => {
        if (!('said' in inbound)) return world.receive(inbound);
        const activity = activityFor(teams, town, inbound);
        const { status } = await teams.deliver(activity);
        if (status !== 200) throw new Error(`Teams was answered ${status}.`);
        await working;
        return 'new';
      },
      close: async () => {
        await server.close();
        await joined.close();
        await teams.close();
        await ports.database.close();
      },
    };
    return stageWorld;
  };
  return {
    scenario: { ...scenario, setup: withIdentities(setup, town) },
    open,
    differences,
    handed: () => handed,
    problems: () => teams.cardProblems,
  };
}

type Setup = Scenario['setup'];

function settle(teams: FakeTeams, { people, customers }: Setup): Town {
  const members = new Map(
    people.map(({ id, name, side }) => {
      const guest = { guestOf: hostTenant, tenant: customerTenant };
      return [id, teams.person({ name, ...(side === 'vendor' ? {} : guest) })] as const;
    }),
  );
  const everybody = [...members.values()];
  return {
    people: members,
    chats: new Map([...members].map(([id, member]) => [id, teams.personal(member)])),
    places: new Map(
      customers.flatMap(({ places }) =>
        places.map(({ id, audience }) => {
          const ours = everybody.filter(({ guestOf }) => guestOf === undefined);
          const readers = audience === 'internal' ? ours : everybody;
          return [id, teams.channel({ name: id, members: readers })] as const;
        }),
      ),
    ),
  };
}

function withIdentities(setup: Setup, { people, places }: Town): Setup {
  const platform = 'teams' as const;
  return {
    ...setup,
    people: setup.people.map(person => ({
      ...person,
      identities: [{ platform, tenant: hostTenant, user: people.get(person.id)?.user ?? '' }],
    })),
    customers: setup.customers.map(customer => ({
      ...customer,
      places: customer.places.map(place => ({
        ...place,
        identities: [
          { platform, tenant: hostTenant, conversation: places.get(place.id)?.id ?? '' },
        ],
      })),
    })),
  };
}

/** Teams tells of every chat and channel before the story begins. */
async function meetEverybody(teams: FakeTeams, { people, chats, places }: Town): Promise<void> {
  const [someone] = people.values();
  for (const [id, member] of people) {
    const chat = chats.get(id);
    if (chat) await teams.deliver(quietWord(teams, member, chat));
  }
  for (const place of places.values()) {
    if (someone) await teams.deliver(quietWord(teams, someone, place));
  }
}

/** An activity that says nothing: it only shows that we are there. */
function quietWord(teams: FakeTeams, member: Member, conversation: Conversation) {
  const activity = messageOf(teams.scene(member, conversation), { text: '' });
  return { ...activity, type: 'messageReaction', reactionsAdded: [{ type: 'like' }] };
}

/** What somebody of the story does, as Teams would post it. */
function activityFor(teams: FakeTeams, town: Town, { from, in: place, said, addressed }: Inbound) {
  const member = town.people.get(from.user);
  const where = place ? town.places.get(place.channel) : town.chats.get(from.user);
  if (!member || !where) throw new Error(`${from.user} is not in Teams.`);
  if (said.kind === 'text') {
    const mention = addressed && place !== null;
    return messageOf(teams.scene(member, where), { text: said.text, mention });
  }
  if (said.kind !== 'press') throw new Error('Stories give no orders.');
  const shown = teams.shown.findLast(each =>
    JSON.stringify(each.activity).includes(`"message":"${said.messageId}"`),
  );
  if (!shown) throw new Error(`Nothing in Teams shows ${said.messageId}.`);
  const handrail = buttonOn(shown.activity, said);
  return pressOf(teams.scene(member, where, shown.root), { data: { handrail }, on: shown.id });
}

function buttonOn(activity: unknown, { action, subject }: { action: string; subject: string }) {
  let found: unknown = null;
  JSON.stringify(activity, (_key, value) => {
    if (value?.handrail?.action === action && value.handrail.subject === subject)
      found = value.handrail;
    return value;
  });
  if (!found) throw new Error(`There is no such button in Teams: ${action}.`);
  return found;
}

/** Hands over through Teams whatever the transcript lets through, and tells what came of it. */
function beside(
  inner: Surface,
  { everywhere }: Surfaces,
  onSent: (message: Outgoing, sent: Sent) => void,
): Surface {
  const also = async (
    message: Outgoing,
    tell: (to: Surface) => Promise<Sent>,
    hand: () => Promise<Sent>,
  ): Promise<Sent> => {
    const told = everywhere ? await tell(everywhere) : null;
    if (told && told.outcome !== 'sent') return told;
    const sent = await hand();
    onSent(message, sent);
    return sent;
  };
  return {
    ...inner,
    send: message =>
      also(
        message,
        to => to.send(message),
        () => inner.send(message),
      ),
    edit: (message, ref) =>
      also(
        message,
        to => to.edit(message, message.messageId),
        () => inner.edit(message, ref),
      ),
  };
}

/** The words on a card in Teams are those of the message, in their order; only marks may differ. */
function differenceOf(teams: FakeTeams, message: Outgoing, sent: Sent): string | null {
  if (sent.outcome !== 'sent') return `${message.to}: ${sent.outcome} ${sent.detail}`;
  const shown = teams.shown.find(({ id }) => sent.ref.endsWith(`|${id}`));
  const words = shownWords(shown?.activity.attachments);
  const told = lettersOf(message.text);
  return lettersOf(words).includes(told) ? null : `${message.to}: ${message.text} | ${words}`;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function shownWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownWords).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const node = value as Record<string, unknown>;
  const own = node.type === 'TextRun' || node.type === 'TextBlock' ? String(node.text) : '';
  const parts = ['content', 'body', 'items', 'inlines', 'columns'].map(key => node[key]);
  return (
    own + parts.map(part => (Array.isArray(part) ? shownRow(part) : shownWords(part))).join('')
  );
}

function shownRow(parts: readonly unknown[]): string {
  return parts.map(shownWords).join('');
}
