import type { Clock } from '../../../shared/clock.ts';
import { hour, second } from '../../../shared/time.ts';
import { type ConnectorParts, callConnector } from '../account/call-connector.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { type Member, memberFrom, pageFrom } from './member.ts';

/** A conversation, and the connector that knows who is in it. */
export interface Spot {
  readonly serviceUrl: string;
  /** Without a thread. */
  readonly conversation: string;
}

/** Who reads a conversation, as Teams says. */
export interface TeamsRoster {
  /** One person by their id there ("29:…") or their object id; null when that cannot be known now. Never longer than 800 ms. */
  find(spot: Spot, id: string): Promise<Member | null>;
  /** Everybody; null when that cannot be known now. */
  list(spot: Spot): Promise<readonly Member[] | null>;
}

export interface RosterParts {
  readonly connector: ConnectorParts;
  readonly clock: Clock;
}

const patience = 800;
const listPatience = 3 * second;
/** Somebody who becomes a guest, or leaves, is noticed after this at the latest. */
const goodFor = hour;
/** A connector that does not answer is not asked about the same person for each of their messages. */
const unknownFor = 30 * second;
const mostKept = 10_000;
const pageSize = 200;
const mostPages = 25;

/** Asks the connector, and remembers what it said. */
export function createRoster({ connector, clock }: RosterParts): TeamsRoster {
  const kept = createBoundedCache<Member | null>(clock, mostKept);
  const asking = new Map<string, Promise<Member | null>>();

  async function ask({ serviceUrl, conversation }: Spot, id: string): Promise<Member | null> {
    const answer = await callConnector(connector, {
      method: 'GET',
      serviceUrl,
      path: ['conversations', conversation, 'members', id],
      signal: AbortSignal.timeout(patience),
    });
    const isGood = answer.kind === 'answered' && answer.status === 200;
    return isGood ? memberFrom(answer.body) : null;
  }

  return {
    find: async (spot, id) => {
      const key = `${spot.conversation} ${id}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const underway = asking.get(key);
      if (underway) return underway;
      const asked = ask(spot, id)
        .then(member => {
          kept.put(key, member, member ? goodFor : unknownFor);
          return member;
        })
        .finally(() => asking.delete(key));
      asking.set(key, asked);
      return asked;
    },
    list: spot => listMembers(connector, spot, AbortSignal.timeout(listPatience)),
  };
}

async function listMembers(
  connector: ConnectorParts,
  { serviceUrl, conversation }: Spot,
  signal: AbortSignal,
): Promise<readonly Member[] | null> {
  const all: Member[] = [];
  let next: string | null = null;
  for (let count = 0; count < mostPages; count += 1) {
    const answer = await callConnector(connector, {
      method: 'GET',
      serviceUrl,
      path: ['conversations', conversation, 'pagedmembers'],
      query: { pageSize: String(pageSize), ...(next && { continuationToken: next }) },
      signal,
    });
    const isGood = answer.kind === 'answered' && answer.status === 200;
    const page = isGood ? pageFrom(answer.body) : null;
    if (!page) return null;
    all.push(...page.members);
    if (!page.next) return all;
    next = page.next;
  }
  return null; // a conversation this large cannot be judged
}
