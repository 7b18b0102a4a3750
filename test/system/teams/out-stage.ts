import { createBotToken } from '../../../src/adapters/teams/account/bot-token.ts';
import type { ServiceHosts } from '../../../src/adapters/teams/account/service-url.ts';
import { createTeamsSurface } from '../../../src/adapters/teams/send/teams-surface.ts';
import { type Card, sharedCard } from '../../../src/delivery/card.ts';
import type { Draft, Lane } from '../../../src/delivery/draft.ts';
import { editMessage } from '../../../src/delivery/edit-message.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import type { Sender } from '../../../src/engine/sender.ts';
import { plus } from '../../../src/shared/time.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { openSender } from '../../harness/sender.ts';
import type { Conversation, Member } from '../../harness/teams/people.ts';
import {
  type FakeTeams,
  type FakeTeamsParts,
  hostTenant,
  openFakeTeams,
} from '../../harness/teams/teams.ts';
import { watchErrors } from '../watch-errors.ts';

const begin = new Date('2026-03-06T23:00:00Z');
const { logger } = watchErrors();

/** A Teams, our surface towards it, and an outbox, on a clock the test moves. */
export interface OutStage {
  readonly ports: TestPorts;
  readonly teams: FakeTeams;
  readonly surface: Surface;
  readonly sender: Sender;
  /** A channel or chat with its own place and customer; `id` is all three's name. */
  place(id: string, conversation: Conversation): Promise<void>;
  /** One of the vendor's people; with a personal chat when that is given. */
  person(id: string, member: Member, chat?: Conversation): Promise<void>;
  say(key: string, over?: Partial<Draft>): Promise<string>;
  change(key: string, text: string): Promise<void>;
  /** Time passes, and what is due is sent. */
  pass(milliseconds: number): Promise<void>;
  rowOf(key: string): Promise<{
    state: string;
    reason: string | null;
    externalRef: string | null;
    isRepeat: boolean;
    tries: number;
  }>;
  /** The words of every message in a conversation now, oldest first. */
  words(conversation: Conversation): string[];
  close(): Promise<void>;
}

export interface OutStageParts extends Pick<FakeTeamsParts, 'limits' | 'retryAfter'> {
  readonly hosts?: ServiceHosts;
  /** How long one call may take on a busy machine, where that is not what is tested. */
  readonly patienceMilliseconds?: number;
}

export async function openOutStage(parts: OutStageParts = {}): Promise<OutStage> {
  const ports = await openTestDatabase(begin);
  const { database, clock } = ports;
  const teams = await openFakeTeams({ now: () => clock.now(), limits: 'open', ...parts });
  const account = {
    kind: 'tenant',
    appId: teams.appId,
    appPassword: teams.appPassword,
    appTenantId: hostTenant,
    appType: 'SingleTenant',
  } as const;
  const token = createBotToken({ account, clock, loginUrl: teams.loginUrl });
  const hosts = parts.hosts ?? [teams.origin];
  const surface = createTeamsSurface({
    ...{ ports, account, token, hosts, logger },
    patienceMilliseconds: parts.patienceMilliseconds,
  });
  const surfaces = { connected: [surface], everywhere: null };
  const sender = openSender(ports, { logger, surfaces });
  const { client } = database;
  return {
    ports,
    teams,
    surface,
    sender,
    async place(id, conversation) {
      await client.place.create({ data: { id, customerId: id, audience: 'shared' } });
      await client.placeIdentity.create({
        data: { platform: 'teams', workspace: hostTenant, channel: conversation.id, placeId: id },
      });
      await noteConversation(ports, teams, conversation);
    },
    async person(id, member, chat) {
      await client.person.create({
        data: { id, name: member.name, side: 'vendor', timeZone: member.timeZone, contact: [] },
      });
      await client.personIdentity.create({
        data: { platform: 'teams', workspace: member.tenant, user: member.user, personId: id },
      });
      if (chat) await noteConversation(ports, teams, chat);
    },
    say: (key, over = {}) =>
      database.trip(trip =>
        sendMessage(trip, {
          key,
          lane: 'replies',
          to: { placeId: 'one' },
          card: cardOf(key, customerOf(over.to), over.lane),
          ...over,
        }),
      ),
    change: (key, text) =>
      database.trip(async trip => {
        const row = await trip.tx.message.findUniqueOrThrow({ where: { key } });
        await editMessage(trip, key, cardOf(text, row.customerId ?? 'one'));
      }),
    async pass(milliseconds) {
      clock.moveTo(plus(clock.now(), milliseconds));
      await sender.drain();
    },
    rowOf: key => client.message.findUniqueOrThrow({ where: { key } }),
    words: conversation => teams.seen(conversation).map(wordsOf),
    async close() {
      await sender.stop();
      await teams.close();
      await database.close();
    },
  };
}

function customerOf(to: Draft['to'] | undefined): string | null {
  if (!to) return 'one';
  return 'placeId' in to ? to.placeId : null;
}

const names: Record<Lane, Card['name']> = {
  pages: 'page',
  replies: 'answer',
  'check-ins': 'check-in',
  webhooks: 'news',
};

/** A card with these words and one button. */
export function cardOf(
  text: string,
  customerId: string | null = 'one',
  lane: Lane = 'replies',
): Card {
  return sharedCard(names[lane], customerId, {
    body: [{ spans: [{ kind: 'text', text }] }],
    actions: [{ id: 'page.raise', label: 'Get a person', subject: 's1' }],
  });
}

async function noteConversation(
  { database, clock }: TestPorts,
  { botId, serviceUrl }: FakeTeams,
  { id, kind, tenant, team, members }: Conversation,
): Promise<void> {
  const isPersonal = kind === 'personal';
  await database.client.teamsConversation.create({
    data: {
      tenant,
      conversation: id,
      kind: kind === 'groupChat' ? 'group' : kind,
      userId: isPersonal ? (members[0]?.user ?? null) : null,
      serviceUrl,
      reference: {
        botId,
        botName: 'Handrail',
        userId: null,
        teamId: team?.id ?? null,
        channelId: 'msteams',
      },
      updatedAt: clock.now(),
    },
  });
}

/** The card's words as people read them, a block a line. */
export function wordsOf(activity: Readonly<Record<string, unknown>>): string {
  const attachments = activity.attachments as { content: { body: Block[] } }[];
  const blocks = attachments[0]?.content.body ?? [];
  return blocks
    .flatMap(({ inlines }) => inlines?.map(({ text }) => text).join('') ?? [])
    .join('\n');
}

interface Block {
  readonly inlines?: readonly { readonly text: string }[];
}
