// Prisma's own diff, run in process: its CLI would download a native schema engine first (docs: FACTS, storage).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const here = dirname(fileURLToPath(import.meta.url));
export const schemaFile = join(here, 'schema.prisma');
export const migrationsDirectory = join(here, 'migrations');

/** The SQL that leads from what the migrations build (or from nothing) to schema.prisma; empty when they agree. */
export async function schemaDiff({ fromNothing = false } = {}) {
  const client = new PGlite('memory://');
  const engine = await openEngine(new PrismaPGlite(client));
  try {
    const result = await engine.diff({
      from: fromNothing ? { tag: 'empty' } : { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: readSchema() }] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: noFilters,
    });
    const sql = result.stdout ?? '';
    return sql.trim() === '-- This is an empty migration.' ? '' : sql;
  } finally {
    engine.free();
    await client.close();
  }
}

/** What Prisma's own engine says of a database behind an adapter: is its history the one of this folder? */
export async function diagnose(adapter) {
  const engine = await openEngine(adapter);
  try {
    const { history, failedMigrationNames, editedMigrationNames, hasMigrationsTable } =
      await engine.diagnoseMigrationHistory({
        migrationsList: migrationList(),
        optInToShadowDatabase: false,
        filters: noFilters,
      });
    return { history, failedMigrationNames, editedMigrationNames, hasMigrationsTable };
  } finally {
    engine.free();
  }
}

const noFilters = { externalTables: [], externalEnums: [] };

function readSchema() {
  return readFileSync(schemaFile, 'utf8');
}

function migrationList() {
  const names = readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map(name => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(join(migrationsDirectory, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

async function openEngine(adapter) {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const wasm = new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine.new(
    { datamodels: [[schemaFile, readSchema()]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}
