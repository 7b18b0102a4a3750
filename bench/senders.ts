import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openTestPostgres, type TestPostgres } from '../test/harness/postgres.ts';
import { fillWithCustomers } from './crowded-database.ts';
import { report } from './figures.ts';
import { openBenchDatabase } from './world.ts';

const addresses = 1_000;
const toMany = Number(process.env.HANDRAIL_SENDERS_TO_MANY ?? 3_000);
const toOne = Number(process.env.HANDRAIL_SENDERS_TO_ONE ?? 60);

/** One, two and three sender processes on one PostgreSQL, towards a thousand addresses and towards one. */
export async function benchSenders(): Promise<void> {
  const server = await openTestPostgres();
  for (const [what, places, messages] of [
    ['1,000 addresses', addresses, toMany],
    ['one address', 1, toOne],
  ] as const) {
    let alone = Number.NaN;
    for (const senders of [1, 2, 3]) {
      const rate = await rateOf(server, { senders, places, messages });
      if (senders === 1) alone = rate;
      report(`${senders} sender${senders > 1 ? 's' : ''}, ${what}`, {
        per_second: rate,
        ratio_to_one_sender: rate / alone,
      });
    }
  }
  await server.close();
}

interface Load {
  readonly senders: number;
  readonly places: number;
  readonly messages: number;
}

/** Messages handed over in a second, all senders together, between a tenth and nine tenths of the way. */
async function rateOf(server: TestPostgres, { senders, places, messages }: Load): Promise<number> {
  const url = await server.newDatabase();
  const { database } = await openBenchDatabase({ kind: 'postgres', url });
  await fillWithCustomers(database, places);
  await database.client.$executeRawUnsafe(
    `INSERT INTO message (id, key, name, lane, audience, "customerId", "toPlaceId", card, text, state, "createdAt", "dueAt")
     SELECT 'w' || n, 'w' || n, 'answer', 'replies', 'shared', 'c' || (1 + n % ${places}), 'p' || (1 + n % ${places}),
       '{"name":"answer","audience":"shared","heading":null,"blocks":[],"actions":[]}', 'x', 'waiting', '2026-04-01', '2026-04-01'
     FROM generate_series(1, ${messages}) AS n`,
  );
  await database.client.$executeRawUnsafe('ANALYZE message');
  const children = await Promise.all(Array.from({ length: senders }, () => startSender(url)));
  const times: number[] = [];
  const all = new Promise<void>(resolve => {
    for (const { child, lines } of children) {
      lines.on('line', line => {
        if (times.push(Number(line.slice(5))) === messages) resolve();
      });
      child.stdin?.write('go\n');
    }
  });
  await all;
  await Promise.all(children.map(({ child }) => end(child)));
  await database.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((messages - 1) * share)] ?? Number.NaN;
  return (messages * 0.8) / ((at(0.9) - at(0.1)) / 1_000);
}

async function startSender(url: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/sender-process.ts', url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return { child, lines };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}
