import type { PGlite, Transaction } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { createSurroundings, type Surroundings } from '../../shared/surroundings.ts';
import { second } from '../../shared/time.ts';
import type { Answer, Store } from './store.ts';

/** A transaction of ours; what it leaves running behind has none any more. */
interface Going {
  transaction: Transaction | null;
}

/** The embedded database: one process, one connection. */
export function createPgliteStore(pglite: PGlite): Store {
  const current = createSurroundings<Going>();
  const client = new PrismaClient({
    adapter: new PrismaPGlite(lending(pglite, current)),
    // Nothing competes for the one connection, so a slow trip is only slow.
    transactionOptions: { maxWait: 30 * second, timeout: 60 * second },
  });
  return {
    client,
    run: (_name, sql, values) => answerOf(pglite, sql, values),
    transaction: work =>
      pglite.transaction(async transaction => {
        const going: Going = { transaction };
        try {
          return await current.run(going, () =>
            work((_name, sql, values) => answerOf(transaction, sql, values)),
          );
        } finally {
          going.transaction = null;
        }
      }),
    async dump() {
      // Nothing is left in memory alone, and nothing runs while the files are read.
      await pglite.exec('CHECKPOINT');
      const image = await pglite.dumpDataDir('none');
      return new Uint8Array(await image.arrayBuffer());
    },
    async close() {
      await client.$disconnect();
      await pglite.close();
    },
  };
}

/** PGlite as Prisma's adapter uses it: inside a transaction of ours it gets that one, and does not end it. */
function lending(pglite: PGlite, current: Surroundings<Going>): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      const own = current.get()?.transaction;
      if (own && name === 'transaction') return (work: Work) => carryOn(own, work);
      const from = own && (name === 'query' || name === 'exec') ? own : target;
      const value: unknown = Reflect.get(from, name);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}

type Work = (transaction: Transaction) => Promise<unknown>;

/** The adapter hands on what `transaction` returns before its work begins, so that begins a moment later. */
async function carryOn(own: Transaction, work: Work): Promise<unknown> {
  await Promise.resolve();
  return work({ ...own, query: own.query, exec: own.exec, rollback: async () => {} });
}

async function answerOf(
  on: Pick<PGlite, 'query'>,
  sql: string,
  values: readonly unknown[],
): Promise<Answer> {
  const { rows, affectedRows } = await on.query<Answer['rows'][number]>(sql, [...values]);
  return { rows, count: affectedRows ?? rows.length };
}
