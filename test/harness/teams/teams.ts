import type { Activity, Scene } from './activities.ts';
import { type Connector, type ConnectorParts, openConnector } from './connector.ts';
import { createKeyRing, type KeyRing } from './keys.ts';
import type { Conversation, Member } from './people.ts';
import { createPost, type Post } from './post.ts';
import { createTokenBook, type TokenBook } from './tokens.ts';

/** The vendor's tenant, in which the app is registered. */
export const hostTenant = '0a0a0a0a-0000-4000-8000-000000000001';
/** A customer's tenant, from which people come through a shared channel. */
export const customerTenant = '0b0b0b0b-0000-4000-8000-000000000002';

/** A whole Microsoft Teams for one bot, on this machine. */
export interface FakeTeams extends Connector, Post {
  readonly appId: string;
  readonly appPassword: string;
  readonly botId: string;
  readonly serviceUrl: string;
  readonly openIdUrl: string;
  readonly loginUrl: string;
  readonly keys: KeyRing;
  readonly tokens: TokenBook;
  readonly people: Member[];
  readonly conversations: Map<string, Conversation>;
  person(who: Partial<Member> & Pick<Member, 'name'>): Member;
  personal(member: Member): Conversation;
  group(members: readonly Member[]): Conversation;
  channel(what: ChannelParts): Conversation;
  /** Who does something where, for an activity with a new id. */
  scene(from: Member, conversation: Conversation, root?: string | null): Scene;
  /** What is to be seen in a conversation now, oldest first. */
  seen(conversation: Conversation): Activity[];
}

export interface ChannelParts {
  readonly members: readonly Member[];
  readonly name?: string;
  readonly team?: { readonly id: string; readonly name: string };
  readonly id?: string;
}

export interface FakeTeamsParts {
  /** The clock of tokens, activities and limits; the machine's own when left out. */
  readonly now?: () => Date;
  readonly limits?: ConnectorParts['limits'];
  readonly retryAfter?: ConnectorParts['retryAfter'];
  /** `free`: nobody needs a token, as in the Agents Playground. */
  readonly tokens?: 'needed' | 'free';
  /** After how long without an answer Teams sends again. Fifteen seconds in the real one. */
  readonly redeliverAfter?: number;
  /** How often it sends at most. */
  readonly deliveries?: number;
}

/** Opens a Teams in which nobody lives yet. */
export async function openFakeTeams(parts: FakeTeamsParts = {}): Promise<FakeTeams> {
  const { now = () => new Date(), limits = 'published', retryAfter = () => '1' } = parts;
  const appId = '0c0c0c0c-0000-4000-8000-000000000003';
  const appPassword = 'a password of this test alone';
  const botId = `28:${appId}`;
  const keys = await createKeyRing();
  const tokens = createTokenBook({ appId, password: appPassword, tenant: hostTenant });
  const people: Member[] = [];
  const conversations = new Map<string, Conversation>();
  const connector = await openConnector({
    keys,
    tokens,
    conversations,
    people,
    botId,
    now: () => now().getTime(),
    limits,
    retryAfter,
    isFree: parts.tokens === 'free',
  });
  const serviceUrl = `${connector.origin}/emea/`;
  const post = createPost({
    keys,
    appId,
    serviceUrl,
    now,
    redeliverAfter: parts.redeliverAfter ?? 15_000,
    deliveries: parts.deliveries ?? 3,
  });
  let count = 0;
  const add = (conversation: Conversation): Conversation => {
    conversations.set(conversation.id, conversation);
    return conversation;
  };
  const next = () => {
    count += 1;
    return count;
  };
  const common = { tenant: hostTenant, isInstalled: true, isBlocked: false };
  const rest: Omit<FakeTeams, keyof Connector | keyof Post> = {
    appId,
    appPassword,
    botId,
    serviceUrl,
    openIdUrl: `${connector.origin}/v1/.well-known/openidconfiguration`,
    loginUrl: connector.origin,
    keys,
    tokens,
    people,
    conversations,
    person: who => {
      const number = String(next()).padStart(12, '0');
      const member = {
        tenant: hostTenant,
        user: `0d0d0d0d-0000-4000-8000-${number}`,
        email: `${who.name.toLowerCase().replaceAll(' ', '.')}@example.com`,
        timeZone: 'Europe/London',
        ...who,
      };
      people.push(member);
      return member;
    },
    personal: member =>
      add({
        ...common,
        id: `a:1personal${next()}`,
        kind: 'personal',
        name: null,
        team: null,
        members: [member],
      }),
    group: members =>
      add({
        ...common,
        id: `19:group${next()}@thread.v2`,
        kind: 'groupChat',
        name: null,
        team: null,
        members,
      }),
    channel: ({ members, name = 'General', team, id }) => {
      const own = id ?? `19:channel${next()}@thread.tacv2`;
      const of = team ?? { id: own, name: `Team of ${name}` };
      return add({ ...common, id: own, kind: 'channel', name, team: of, members });
    },
    scene: (from, conversation, root = null) => ({
      serviceUrl,
      botId,
      at: now(),
      id: String(1_771_000_000_000 + next()),
      from,
      conversation,
      root,
    }),
    seen: ({ id }) =>
      connector.shown
        .filter(each => each.conversation === id && !each.isDeleted)
        .map(each => ({ ...each.activity, id: each.id, root: each.root, edits: each.edits })),
  };
  // The same object, so that `botUrl` is set where it is read.
  return Object.assign(post, connector, rest);
}
