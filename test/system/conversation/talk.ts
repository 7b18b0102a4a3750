import type { Inbound, Press } from '../../../src/conversation/arrival/inbound.ts';
import type { TestWorld } from '../../harness/world.ts';

/** A message as it left: to whom, what it is, and its words. */
export interface Said {
  readonly to: string;
  readonly name: string;
  readonly audience: string;
  readonly text: string;
  readonly threadOf: string | null;
}

let count = 0;

type Sent = Partial<Inbound> & Pick<Inbound, 'said'>;

/** Sends exactly this inbound through the front door; returns what was said because of it. */
export async function send(world: TestWorld, inbound: Sent): Promise<Said[]> {
  return sendAll(world, [inbound]);
}

/** Sends these one after the other, then lets the engine work; returns everything that was said. */
export function sendAll(world: TestWorld, inbounds: readonly Sent[]): Promise<Said[]> {
  return saidDuring(world, async () => {
    for (const inbound of inbounds) {
      count += 1;
      await world.stage.world.receive({
        id: `test-${count}`,
        from: { platform: 'local', workspace: 'local', user: 'nobody' },
        in: null,
        addressed: true,
        threadOf: null,
        ref: `ref-${count}`,
        ...inbound,
      });
    }
  });
}

/** What was said because of this, once the engine has settled. */
export async function saidDuring(world: TestWorld, work: () => Promise<void>): Promise<Said[]> {
  const before = await newestSeq(world);
  await work();
  await world.stage.runUntilIdle();
  const rows = await world.stage.world.ports.database.client.message.findMany({
    where: { seq: { gt: before } },
    orderBy: { seq: 'asc' },
  });
  return rows.map(row => ({
    to: row.toPlaceId ?? row.toPersonId ?? '',
    name: row.name,
    audience: row.audience,
    text: row.text,
    threadOf: row.threadOf,
  }));
}

export const local = (user: string) => ({ platform: 'local', workspace: 'local', user });
export const at = (channel: string) => ({ platform: 'local', workspace: 'local', channel });

export interface Presser {
  readonly user: string;
  readonly place: string | null;
}

/** A press of this button, whether or not they should be able to see it. */
export function pressOf({ user, place }: Presser, what: Omit<Press, 'kind'>): Sent {
  return { from: local(user), in: place ? at(place) : null, said: { kind: 'press', ...what } };
}

export function press(world: TestWorld, who: Presser, what: Omit<Press, 'kind'>): Promise<Said[]> {
  return send(world, pressOf(who, what));
}

/** Words said to Handrail. */
export function wordsOf({ user, place }: Presser, text: string): Sent {
  return { from: local(user), in: place ? at(place) : null, said: { kind: 'text', text } };
}

async function newestSeq(world: TestWorld): Promise<bigint> {
  const newest = await world.stage.world.ports.database.client.message.findFirst({
    orderBy: { seq: 'desc' },
  });
  return newest?.seq ?? 0n;
}

const talkOnly = new Set(['inbox', 'message', 'attempt', 'open_question', '_prisma_migrations']);

/** Everything the organisation knows, as one text per table: equal before and after means that nothing changed. */
export async function snapshot(world: TestWorld): Promise<Record<string, string>> {
  const { client } = world.stage.world.ports.database;
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`;
  const known: Record<string, string> = {};
  for (const { name } of tables.filter(table => !talkOnly.has(table.name))) {
    const [row] = await client.$queryRawUnsafe<{ all: string | null }[]>(
      `SELECT string_agg(t::text, chr(10) ORDER BY t::text) AS all FROM "${name}" t`,
    );
    known[name] = row?.all ?? '';
  }
  return known;
}
