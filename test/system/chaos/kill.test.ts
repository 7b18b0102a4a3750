import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { openDatabase, type Where } from '../../../src/adapters/database/open-database.ts';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { crowdOf } from '../../harness/crowd.ts';
import { openTestPostgres } from '../../harness/postgres.ts';

/** Long runs: KILLS=50 npm test -- test/system/chaos */
const kills = Number(process.env.KILLS ?? 1);
const customers = 8;

const said = [
  'page, the ledger is down and nobody can work',
  "what's happening now?",
  'I am worried',
  'all good',
];

describe.each(['an embedded database', 'PostgreSQL'])(
  'killed in the middle of its work, on %s',
  kind => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-kill-'));
    const setupFile = join(folder, 'crowd.setup.yaml');
    const sentFile = join(folder, 'sent.jsonl');
    let where: Where;
    let closeServer = async () => {};

    beforeAll(async () => {
      writeFileSync(setupFile, JSON.stringify(crowdOf(customers).setup));
      writeFileSync(sentFile, '');
      if (kind === 'PostgreSQL') {
        const server = await openTestPostgres();
        where = { kind: 'postgres', url: server.url };
        closeServer = () => server.close();
      } else {
        where = { kind: 'directory', path: join(folder, 'data') };
      }
    });

    afterAll(async () => {
      await closeServer();
      rmSync(folder, { recursive: true, force: true });
    });

    test('loses no acknowledged word and no page, and repeats only what may be repeated', async () => {
      const acknowledged = new Set<string>();
      let next = 0;
      for (let kill = 0; kill <= kills; kill += 1) {
        const isLast = kill === kills;
        const child = await startChild();
        child.lines.on('line', line => acknowledged.add(line));
        const before = acknowledged.size;
        const wanted = isLast ? 5 : 3 + ((kill * 7) % 11);
        let fed = 0;
        const feeding = setInterval(() => {
          // As much as a busy evening brings, and no more than what a busy machine can work off.
          if (fed - (acknowledged.size - before) >= 40) return;
          fed += 1;
          child.process.stdin.write(`${JSON.stringify(inboundOf(next))}\n`);
          next += 1;
        });
        while (acknowledged.size < before + wanted) await child.nextLine();
        clearInterval(feeding);
        // The last one may finish: leases of the dead run out, and everything left is said.
        if (isLast) child.process.stdin.end();
        else child.process.kill('SIGKILL');
        expect(await child.ended).toBe(isLast ? 0 : null);
      }
      await expectNothingLost(acknowledged);
    }, 3_600_000);

    async function expectNothingLost(acknowledged: ReadonlySet<string>): Promise<void> {
      const random = createCryptoRandom();
      const database = await openDatabase(where, { clock: systemClock, random });
      const unhandled = await database.client.inbox.findMany({
        where: { state: { not: 'handled' } },
      });
      expect(unhandled).toEqual([]);
      const kept = await database.client.inbox.findMany({ select: { id: true } });
      const ids = new Set(kept.map(({ id }) => id));
      expect([...acknowledged].filter(id => !ids.has(id))).toEqual([]);

      const pages = await database.client.page.findMany();
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) expect(page.state === 'resolved' || page.dueAt !== null).toBe(true);
      const calls = await database.client.pageCall.findMany({
        where: { level: 0, round: 0, via: 'chat' },
      });
      expect(new Set(calls.map(call => call.pageId)).size).toBe(pages.length);

      const sends = new Map<string, { isRepeat: boolean }[]>();
      for (const line of readFileSync(sentFile, 'utf8').trim().split('\n')) {
        const sent = JSON.parse(line) as { what: string; key: string; isRepeat: boolean };
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
      // At most what was in flight at each kill can be repeated.
      const inFlight = repeats.reduce((sum, [, tries]) => sum + tries.length - 1, 0);
      console.info(
        `${kind}: ${kills} kills, ${acknowledged.size} acknowledged, ${pages.length} pages, ${inFlight} repeats`,
      );
      await database.close();
    }

    function inboundOf(index: number): Inbound {
      const n = index % customers;
      return {
        id: `in-${index}`,
        from: { platform: localPlatform, workspace: localPlatform, user: `lead-${n}` },
        in: { platform: localPlatform, workspace: localPlatform, channel: `customer-${n}-shared` },
        addressed: true,
        threadOf: null,
        said: { kind: 'text', text: said[Math.floor(index / customers) % said.length] ?? '' },
      };
    }

    async function startChild(): Promise<Child> {
      const child = new Child(
        spawn(process.execPath, [
          '--import',
          'tsx',
          'test/harness/busy-process.ts',
          JSON.stringify(where),
          setupFile,
          sentFile,
        ]),
      );
      await child.nextLine();
      return child;
    }
  },
);

class Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly lines: ReturnType<typeof createInterface>;
  readonly ended: Promise<number | null>;
  private errors = '';

  constructor(child: ChildProcessWithoutNullStreams) {
    this.process = child;
    // Whoever is killed reads no more, and what was written to it a moment before is lost like any other word.
    this.process.stdin.on('error', () => {});
    this.lines = createInterface({ input: child.stdout });
    this.ended = new Promise(resolve => child.once('exit', resolve));
    child.stderr.on('data', chunk => {
      this.errors += chunk;
    });
  }

  /** Waits for the next thing the child says; fails when it ends instead. */
  nextLine(): Promise<string> {
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error(`The process ended by itself:\n${this.errors}`));
      this.process.once('exit', onExit);
      this.lines.once('line', line => {
        this.process.off('exit', onExit);
        resolve(line);
      });
    });
  }
}
