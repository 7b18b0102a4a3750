import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { openDatabase, type Where } from '../../../src/adapters/database/open-database.ts';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { since } from '../../../src/shared/time.ts';
import { crowdOf } from '../../harness/crowd.ts';
import { openTestPostgres, type TestPostgres } from '../../harness/postgres.ts';
import { type BusyChild, startBusyChild } from './busy-child.ts';

const customers = 8;

const words = [
  'page, the ledger is down and nobody can work',
  "what's happening now?",
  'I am worried',
  'all good',
];

/** What came of a busy evening with interruptions. */
export interface Books {
  readonly acknowledged: number;
  readonly pages: number;
  readonly repeats: number;
  /** The longest anything acknowledged waited until it was handled, in milliseconds. */
  readonly longestWait: number;
}

export interface Chaos {
  readonly where: Where;
  /** Null on the embedded database. */
  readonly server: TestPostgres | null;
  /** The next thing somebody says. */
  readonly nextWords: () => Inbound;
  /** Another process on the same database; `through` is the address by which it reaches it. */
  start(through?: Where): Promise<BusyChild>;
  /** Waits until so many more hand-overs to the platform have begun, and answers how many did. */
  untilSent(more: number): Promise<number>;
  /** Waits until nothing that came in is left to be handled. */
  untilHandled(): Promise<void>;
  /** Everything acknowledged was handled, every page called, and nothing said twice beyond marked repeats. */
  expectNothingLost(children: readonly BusyChild[]): Promise<Books>;
  close(): Promise<void>;
}

/** A database, a crowd of customers, and what they say all evening. */
export async function openChaos(kind: 'embedded' | 'postgres'): Promise<Chaos> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-chaos-'));
  const setupFile = join(folder, 'crowd.setup.yaml');
  const sentFile = join(folder, 'sent.jsonl');
  writeFileSync(setupFile, JSON.stringify(crowdOf(customers).setup));
  writeFileSync(sentFile, '');
  const server = kind === 'postgres' ? await openTestPostgres() : null;
  const where: Where = server
    ? { kind: 'postgres', url: server.url }
    : { kind: 'directory', path: join(folder, 'data') };
  let said = 0;
  return {
    where,
    server,
    nextWords: () => {
      said += 1;
      return inboundOf(said);
    },
    start: (through = where) => startBusyChild({ where: through, setupFile, sentFile }),
    untilSent: more => untilSent(sentFile, more),
    untilHandled: () => untilHandled(where),
    expectNothingLost: children => expectNothingLost(where, sentFile, children),
    async close() {
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function inboundOf(index: number): Inbound {
  const n = index % customers;
  return {
    id: `in-${index}`,
    from: { platform: localPlatform, workspace: localPlatform, user: `lead-${n}` },
    in: { platform: localPlatform, workspace: localPlatform, channel: `customer-${n}-shared` },
    addressed: true,
    threadOf: null,
    said: { kind: 'text', text: words[Math.floor(index / customers) % words.length] ?? '' },
  };
}

async function untilSent(sentFile: string, more: number): Promise<number> {
  const begun = () => readFileSync(sentFile, 'utf8').split('\n').length;
  const before = begun();
  while (begun() - before < more) await pause(2);
  return begun() - before;
}

async function untilHandled(where: Where): Promise<void> {
  const database = await openDatabase(where, { clock: systemClock, random: createCryptoRandom() });
  const waiting = () => database.client.inbox.count({ where: { dueAt: { not: null } } });
  while ((await waiting()) > 0) await pause(100);
  await database.close();
}

interface SentLine {
  readonly what: string;
  readonly key: string;
  readonly isRepeat: boolean;
}

async function expectNothingLost(
  where: Where,
  sentFile: string,
  children: readonly BusyChild[],
): Promise<Books> {
  const acknowledged = new Set(children.flatMap(child => [...child.acknowledged]));
  const random = createCryptoRandom();
  const database = await openDatabase(where, { clock: systemClock, random });
  const unhandled = await database.client.inbox.findMany({ where: { state: { not: 'handled' } } });
  expect(unhandled).toEqual([]);
  const kept = await database.client.inbox.findMany({
    select: { id: true, receivedAt: true, handledAt: true },
  });
  const ids = new Set(kept.map(({ id }) => id));
  expect([...acknowledged].filter(id => !ids.has(id))).toEqual([]);

  const pages = await database.client.page.findMany();
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) expect(page.state === 'resolved' || page.dueAt !== null).toBe(true);
  const calls = await database.client.pageCall.findMany({
    where: { level: 0, round: 0, via: 'chat' },
  });
  expect(new Set(calls.map(call => call.pageId)).size).toBe(pages.length);

  const sends = new Map<string, SentLine[]>();
  for (const line of readFileSync(sentFile, 'utf8').trim().split('\n')) {
    const sent = JSON.parse(line) as SentLine;
    if (sent.what === 'send') sends.set(sent.key, [...(sends.get(sent.key) ?? []), sent]);
  }
  const uncalled = calls.filter(call => !sends.has(call.messageKey));
  const why = await database.client.message.findMany({
    where: { key: { in: uncalled.map(call => call.messageKey) } },
    select: { key: true, state: true, reason: true, dueAt: true, tries: true },
  });
  expect({ uncalled, why }).toEqual({ uncalled: [], why: [] });
  const repeats = [...sends].filter(([, tries]) => tries.length > 1);
  for (const [key, tries] of repeats) {
    expect(key).not.toMatch(/^check-in/);
    expect(tries.slice(1).every(({ isRepeat }) => isRepeat)).toBe(true);
  }
  await database.close();
  return {
    acknowledged: acknowledged.size,
    pages: pages.length,
    repeats: repeats.reduce((sum, [, tries]) => sum + tries.length - 1, 0),
    longestWait: Math.max(
      ...kept.map(({ receivedAt, handledAt }) => (handledAt ? since(receivedAt, handledAt) : 0)),
    ),
  };
}
