import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { applyMigrations } from '../../../src/adapters/database/apply-migrations.ts';
import { connectPostgres } from '../../../src/adapters/database/connect-postgres.ts';
import type { Connection } from '../../../src/adapters/database/connection.ts';
import { DatabaseSchemaError } from '../../../src/adapters/database/database-error.ts';
import { listMigrations } from '../../../src/adapters/database/list-migrations.ts';
import type { Migration } from '../../../src/adapters/database/migration.ts';
import { connectionOf, openPglite } from '../../../src/adapters/database/open-pglite.ts';
import { openTestPostgres } from '../../harness/postgres.ts';

interface Store {
  readonly connection: Connection;
  /** What Prisma's own engine says of the migration history. */
  diagnose(): Promise<unknown>;
  close(): Promise<void>;
}

async function askPrisma(...question: string[]): Promise<unknown> {
  const program = ['--import', 'tsx', 'test/harness/diagnose.ts', ...question];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  return JSON.parse(stdout);
}

async function openEmbeddedStore(): Promise<Store> {
  const pglite = await openPglite({});
  return {
    connection: connectionOf(pglite),
    async diagnose() {
      const file = join(tmpdir(), `handrail-diagnosis-${process.pid}.tar`);
      const dump = await pglite.dumpDataDir('none');
      await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
      return askPrisma('image', file).finally(() => rm(file));
    },
    close: () => pglite.close(),
  };
}

async function openServerStore(): Promise<Store> {
  const server = await openTestPostgres();
  const connection = await connectPostgres(server.url);
  return {
    connection,
    diagnose: () => askPrisma('server', server.url),
    async close() {
      await connection.close();
      await server.close();
    },
  };
}

let known: Migration[];
beforeAll(async () => {
  known = await listMigrations();
});

describe.each([
  ['the embedded database', openEmbeddedStore],
  ['PostgreSQL', openServerStore],
])('on %s', (_, open) => {
  let store: Store;
  let connection: Connection;

  beforeAll(async () => {
    store = await open();
    connection = store.connection;
  });
  afterAll(() => store.close());
  beforeEach(() => connection.script('DROP SCHEMA public CASCADE; CREATE SCHEMA public;'));

  const history = () => connection.query('SELECT * FROM _prisma_migrations ORDER BY started_at');
  const tables = async () =>
    (await connection.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).map(
      row => row.tablename,
    );

  test('migrations are applied once, and a second start finds nothing to do', async () => {
    expect(await applyMigrations(connection, known)).toEqual(known.map(({ name }) => name));
    const first = await history();
    expect(await applyMigrations(connection, known)).toEqual([]);
    expect(await history()).toEqual(first);
    expect(await tables()).toEqual(expect.arrayContaining(['page', 'message', 'inbox', 'event']));
  });

  test('each is recorded as Prisma records it, so that its own engine finds nothing to do or to mend', async () => {
    await applyMigrations(connection, known);
    const rows = await history();
    for (const [index, { name, sql }] of known.entries()) {
      expect(rows[index]).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: createHash('sha256').update(sql).digest('hex'),
        finished_at: expect.anything(),
        migration_name: name,
        logs: null,
        rolled_back_at: null,
        started_at: expect.anything(),
        applied_steps_count: 1,
      });
    }
    expect(await store.diagnose()).toEqual({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    });
  });

  test('only what is missing is applied to an older database', async () => {
    await applyMigrations(connection, known);
    const next = { name: '9999_next', sql: 'CREATE TABLE next (id TEXT);' };
    expect(await applyMigrations(connection, [...known, next])).toEqual(['9999_next']);
    expect(await tables()).toContain('next');
  });

  test('a database that a newer build has migrated is refused, by the name of its migration', async () => {
    const next = { name: '9999_next', sql: 'CREATE TABLE next (id TEXT);' };
    await applyMigrations(connection, [...known, next]);
    const start = applyMigrations(connection, known);
    await expect(start).rejects.toThrow(DatabaseSchemaError);
    await expect(start).rejects.toThrow(/newer Handrail.*9999_next/);
  });

  test('a database whose migration is not the one of this build is refused', async () => {
    await applyMigrations(connection, known);
    const edited = known.map(({ name, sql }) => ({ name, sql: `${sql}\n-- edited` }));
    await expect(applyMigrations(connection, edited)).rejects.toThrow(
      /0001_init.*checksums differ/,
    );
  });

  test('a migration that Prisma began and never finished is refused, with the way out', async () => {
    await applyMigrations(connection, known);
    await connection.script('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(applyMigrations(connection, known)).rejects.toThrow(
      /migrate resolve --rolled-back 0001_init/,
    );
  });

  test('a migration that was rolled back is applied again', async () => {
    await applyMigrations(connection, []);
    await connection.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at) VALUES ('x', 'x', $1, now())",
      [known[0]?.name],
    );
    expect(await applyMigrations(connection, known)).toEqual(known.map(({ name }) => name));
  });

  test("somebody else's database is left alone", async () => {
    await connection.script('CREATE TABLE invoices (id TEXT)');
    await expect(applyMigrations(connection, known)).rejects.toThrow(
      /tables that Handrail did not make/,
    );
    expect(await tables()).toEqual(['invoices']);
  });

  test('a migration that fails halfway leaves nothing behind, and goes through once it is mended', async () => {
    const broken = { name: '9999_next', sql: 'CREATE TABLE half (id TEXT); SELECT nonsense;' };
    await expect(applyMigrations(connection, [...known, broken])).rejects.toThrow(
      /9999_next failed and was undone/,
    );
    expect(await tables()).not.toContain('half');
    const mended = { name: '9999_next', sql: 'CREATE TABLE half (id TEXT);' };
    expect(await applyMigrations(connection, [...known, mended])).toEqual(['9999_next']);
  });
});

test('many processes starting at once on one PostgreSQL apply each migration once', async () => {
  const server = await openTestPostgres();
  const connections = await Promise.all(
    Array.from({ length: 5 }, () => connectPostgres(server.url)),
  );
  try {
    const applied = await Promise.all(connections.map(each => applyMigrations(each, known)));
    expect(applied.filter(names => names.length > 0)).toHaveLength(1);
    const [row] =
      (await connections[0]?.query('SELECT count(*)::int AS count FROM _prisma_migrations')) ?? [];
    expect(row?.count).toBe(known.length);
  } finally {
    await Promise.all(connections.map(each => each.close()));
    await server.close();
  }
});

test('the migrations build exactly what schema.prisma says', async () => {
  expect(await askPrisma('drift')).toBe('');
});
