import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { diagnose, schemaDiff } from '../../prisma/schema-diff.mjs';

/**
 * Prisma's schema engine as a program, because its WebAssembly does not run inside Jest. Prints JSON:
 * `drift` what schema.prisma has more than the migrations, `server URL` or `image FILE` (a dump of
 * PGlite) what the engine says of that database's migration history.
 */
async function answer([what, where = '']: string[]): Promise<unknown> {
  switch (what) {
    case 'drift':
      return schemaDiff();
    case 'server':
      return diagnose(new PrismaPg(where));
    case 'image':
      return diagnose(
        new PrismaPGlite(new PGlite({ loadDataDir: new Blob([readFileSync(where)]) })),
      );
    default:
      throw new Error('drift, server URL or image FILE?');
  }
}

answer(process.argv.slice(2)).then(result => {
  process.stdout.write(JSON.stringify(result));
  process.exit(0);
});
