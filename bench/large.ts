import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadHome } from '../src/conversation/home/load-home.ts';
import { listPortfolio } from '../src/situation/list-portfolio.ts';
import { createWorld } from '../src/world.ts';
import { crowdOf } from '../test/harness/crowd.ts';
import { openTestPostgres, type TestPostgres } from '../test/harness/postgres.ts';
import { percentiles, report, timeEach } from './figures.ts';
import { fillWithManaged } from './large-world.ts';
import { openBenchDatabase, silent } from './world.ts';

/** A vendor with 10,000 and with 40,000 customers: the views, and the import, alone and beside an engine at work. */
export async function benchLarge(): Promise<void> {
  for (const customers of [10_000, 40_000]) await benchViews(customers);
  await benchImport(10_000);
}

const pageLength = 20;

/** The first page of the portfolio and a manager's home, and how many statements each takes. */
async function benchViews(customers: number): Promise<void> {
  let log = '';
  const server = await openTestPostgres({
    settings: ['log_statement=all'],
    onLog: text => {
      log += text;
    },
  });
  const ports = await openBenchDatabase({ kind: 'postgres', url: server.url });
  await fillWithManaged(server.url, customers);
  const manager = { platform: 'slack', workspace: 'T', user: 'UMGR', name: 'Manager' } as const;
  const views: Record<string, () => Promise<unknown>> = {
    portfolio: () =>
      ports.database.trip(trip => listPortfolio(trip, { kind: 'everybody' }, pageLength)),
    "a manager's home": () => ports.database.trip(trip => loadHome(trip, manager)),
  };
  for (const [name, view] of Object.entries(views)) {
    const { p50, p99 } = percentiles(await timeEach(50, view));
    log = '';
    await view();
    await new Promise(resolve => setTimeout(resolve, 200));
    const statements = statementsIn(log);
    report(`${name}, ${customers} customers`, { p50_ms: p50, p99_ms: p99, statements });
  }
  await ports.database.close();
  await server.close();
}

/** How many statements a server told of, the beginning and the end of a transaction left out. */
function statementsIn(log: string): number {
  const said = log.matchAll(/LOG: {2}(?:execute [^:]+(?::[^:\s]+)?|statement): (\w+)/g);
  return [...said].filter(([, word]) => word !== 'BEGIN' && word !== 'COMMIT').length;
}

/** `handrail import` as a process of its own: a new file, the same again, and a new one beside an engine at work. */
async function benchImport(customers: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
  const file = join(folder, 'large.setup.yaml');
  const one = join(folder, 'one.setup.yaml');
  writeFileSync(file, stringify(crowdOf(customers).setup));
  writeFileSync(one, stringify(crowdOf(1).setup));
  const alone = await openTestPostgres();
  const small = await importOnce(one, alone);
  const large = await importOnce(file, alone);
  const again = await importOnce(file, alone);
  const tell = (what: string, { seconds, peak }: Imported) =>
    report(`import, ${customers} customers, ${what}`, {
      seconds,
      peak_mb: peak,
      more_than_one_customer_mb: peak - small.peak,
    });
  tell('new', large);
  tell('unchanged again', again);
  await alone.close();
  const busy = await openTestPostgres();
  await importOnce(one, busy);
  const stop = await work(busy);
  tell('new, beside an engine at work', await importOnce(file, busy));
  await stop();
  await busy.close();
  rmSync(folder, { recursive: true, force: true });
}

/** An engine that does what is due, as in a server that goes on running. */
async function work({ url }: TestPostgres): Promise<() => Promise<void>> {
  const ports = await openBenchDatabase({ kind: 'postgres', url });
  const world = createWorld({
    ...ports,
    logger: silent,
    surfaces: { connected: [], everywhere: null },
  });
  let isOver = false;
  const working = (async () => {
    while (!isOver) await world.engine.cycle();
  })();
  return async () => {
    isOver = true;
    await working;
    await ports.database.close();
  };
}

interface Imported {
  readonly seconds: number;
  /** The most memory it ever had, in megabytes. */
  readonly peak: number;
}

async function importOnce(file: string, { url }: TestPostgres): Promise<Imported> {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/cli/handrail.js', 'import', file], {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid));
  }, 20);
  const code = await new Promise<number | null>(resolve => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import of ${file} ended with ${code}.`);
  return { seconds: (performance.now() - began) / 1_000, peak };
}

function highWater(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0; // It has just ended.
  }
}
