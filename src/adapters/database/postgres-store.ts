import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { createSurroundings } from '../../shared/surroundings.ts';
import type { Answer, Run, Store } from './store.ts';

type Connected = Parameters<pg.Pool['connect']>[0];

/** A transaction of ours; what it leaves running behind has no connection any more. */
interface Going {
  connection: pg.PoolClient | null;
}

/**
 * Prisma takes a connection and begins a transaction. Inside one of ours it gets that one, whose beginning and end are
 * not its own to say; outside it gets any other.
 */
class LendingPool extends pg.Pool {
  readonly current = createSurroundings<Going>();

  /** A connection of one's own. */
  take(): Promise<pg.PoolClient> {
    return super.connect();
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    // With a callback it is the pool's own `query` that asks, for a statement outside any transaction.
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    const own = this.current.get()?.connection;
    return own ? Promise.resolve(lent(own)) : super.connect();
  }
}

const framing = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);

function lent(client: pg.PoolClient): pg.PoolClient {
  const query = (statement: pg.QueryConfig) =>
    framing.has(statement.text)
      ? Promise.resolve({ rows: [], fields: [], rowCount: 0 })
      : client.query(statement);
  const stay = () => undefined;
  return { query, release: stay, on: stay, removeListener: stay } as unknown as pg.PoolClient;
}

/** What Prisma's own statements are called on the server. Beyond so many shapes they have no name, and are not kept. */
function createNames(most: number): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= most) return known ?? '';
    const name = `p${names.size}`;
    names.set(sql, name);
    return name;
  };
}

export interface PostgresParts {
  readonly config: pg.PoolConfig;
  /** Prisma's patience with a transaction, in milliseconds: longer than PostgreSQL's own. */
  readonly transactionOptions: { readonly maxWait: number; readonly timeout: number };
}

/** A PostgreSQL server: many processes, many connections. Connects with the first statement. */
export function createPostgresStore({ config, transactionOptions }: PostgresParts): Store {
  const pool = new LendingPool(config);
  // Hazard: a connection that breaks says so, idle to the pool and in use by itself, and an error nobody listens to ends
  // the process. Whoever uses it hears of it from their next statement, and the pool drops it.
  pool.on('error', () => {});
  pool.on('connect', connection => connection.on('error', () => {}));
  const adapter = new PrismaPg(pool, { statementNameGenerator: createNames(1_000) });
  const client = new PrismaClient({ adapter, transactionOptions });
  return {
    client,
    run: (name, sql, values) => answerOf(pool.query({ name, text: sql, values: [...values] })),
    async transaction(work) {
      const connection = await pool.take();
      const going: Going = { connection };
      const run: Run = (name, sql, values) =>
        answerOf(connection.query({ name, text: sql, values: [...values] }));
      try {
        await connection.query('BEGIN');
        const result = await pool.current.run(going, () => work(run));
        await connection.query('COMMIT');
        connection.release();
        return result;
      } catch (error) {
        await undo(connection);
        throw error;
      } finally {
        going.connection = null;
      }
    },
    async close() {
      await client.$disconnect();
      await pool.end();
    },
  };
}

/** A connection that cannot even roll back is not used again. */
async function undo(connection: pg.PoolClient): Promise<void> {
  try {
    await connection.query('ROLLBACK');
    connection.release();
  } catch (error) {
    connection.release(error instanceof Error ? error : true);
  }
}

async function answerOf(result: Promise<pg.QueryResult>): Promise<Answer> {
  const { rows, rowCount } = await result;
  return { rows, count: rowCount ?? 0 };
}
