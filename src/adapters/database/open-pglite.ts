import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import type { Connection } from './connection.ts';
import { QuickPglite } from './quick-pglite.ts';

const settings = {
  /** Without it PostgreSQL wakes the process every ten seconds, to tell how far it has started. */
  log_startup_progress_interval: '0',
  /** The files are in this process's own cache of the system as well; 128 MB more would be touched for nothing. */
  shared_buffers: '4MB',
};
const startParams = [
  ...PGlite.defaultStartParams,
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

type Compiled = NonNullable<PGliteOptions['pgliteWasmModule']>;

/** Node has it; TypeScript knows of it only together with everything else that browsers have. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<Compiled> };

/** PostgreSQL as WebAssembly is compiled once, however many databases the process opens. */
let compiled: Promise<Compiled> | null = null;

/**
 * By one thread: V8 gives each that takes part an arena of its own, which glibc keeps (40 MB of them on two cores), and
 * nothing is ready sooner by more of them.
 */
async function compile(): Promise<Compiled> {
  setFlagsFromString('--wasm-num-compilation-tasks=1');
  const library = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  return WebAssembly.compile(await readFile(join(dirname(library), 'pglite.wasm')));
}

/** Starts the embedded PostgreSQL in a directory, or in memory without one; an image is what it starts from. */
export async function openPglite(where: { path?: string; image?: Blob | null }): Promise<PGlite> {
  compiled ??= compile();
  const client = new QuickPglite({
    dataDir: where.path ?? 'memory://',
    loadDataDir: where.image ?? undefined,
    pgliteWasmModule: await compiled,
    startParams,
  });
  await client.waitReady;
  // Both Prisma adapters read and write timestamps as if the session were in UTC.
  await client.exec("SET TIME ZONE 'UTC'");
  return client;
}

/** The embedded database as migrations see it. */
export function connectionOf(client: PGlite): Connection {
  return {
    async query(sql, values = []) {
      const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    },
    async script(sql) {
      await client.exec(sql);
    },
  };
}
