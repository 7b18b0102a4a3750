import type { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { InvariantError } from '../../shared/errors.ts';
import { createSurroundings } from '../../shared/surroundings.ts';
import { createRounds } from './rounds.ts';
import { type Answer, type Run, type Store, UnknownEndError } from './store.ts';

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

  async function within<T>(
    begin: string,
    work: (run: Run) => Promise<T>,
    runOn: (connection: pg.PoolClient) => Run,
  ): Promise<T> {
    const connection = await pool.take();
    const going: Going = { connection };
    try {
      await connection.query(begin);
      const result = await pool.current.run(going, () => work(runOn(connection)));
      assertKept(await connection.query('COMMIT').catch(unknownEnd));
      release(connection);
      return result;
    } catch (error) {
      await undo(connection);
      throw error;
    } finally {
      going.connection = null;
    }
  }

  return {
    client,
    run: (name, sql, values) => answerOf(pool.query({ name, text: sql, values: [...values] })),
    transaction: work => within('BEGIN', work, oneByOne),
    together: work => within(`BEGIN; SET LOCAL lock_timeout = ${shortLock}`, work, inRounds),
    async close() {
      await client.$disconnect();
      await pool.end();
    },
  };
}

/** Whoever waits for a lock longer holds up the others of its group, and is better done alone. */
const shortLock = 200;

const oneByOne =
  (connection: pg.PoolClient): Run =>
  (name, sql, values) =>
    answerOf(connection.query({ name, text: sql, values: [...values] }));

/** What the driver has and its types do not. */
interface Pipelining {
  pipeline: boolean;
  readonly connection: { readonly stream: Pick<Socket, 'cork' | 'uncork'> };
}

/** Several statements are on their way at once, until the connection is given back. */
function inRounds(connection: pg.PoolClient): Run {
  const pipelining = connection as unknown as Pipelining;
  pipelining.pipeline = true;
  const send = oneByOne(connection);
  const { stream } = pipelining.connection;
  return createRounds(asked => {
    stream.cork();
    try {
      return asked.map(({ name, sql, values }) => send(name, sql, values));
    } finally {
      stream.uncork();
    }
  });
}

/** What the server itself refused was surely undone; where it ended (57P01 …) or did not answer, nobody knows. */
function unknownEnd(cause: unknown): never {
  if (cause instanceof pg.DatabaseError && !cause.code?.startsWith('57P')) throw cause;
  throw new UnknownEndError(unknownEndWords, { cause });
}

const unknownEndWords =
  'The connection to the database broke while it was to keep what was done. Whether it did is not known.';

/** Hazard: PostgreSQL answers the COMMIT of a transaction in which a statement failed with a ROLLBACK, and no error. */
function assertKept({ command }: pg.QueryResult): void {
  if (command !== 'COMMIT') throw new InvariantError('A statement failed and was passed over.');
}

function release(connection: pg.PoolClient, error?: Error | true): void {
  (connection as unknown as Pipelining).pipeline = false;
  connection.release(error);
}

/** A connection that cannot even roll back is not used again. */
async function undo(connection: pg.PoolClient): Promise<void> {
  try {
    await connection.query('ROLLBACK');
    release(connection);
  } catch (error) {
    release(connection, error instanceof Error ? error : true);
  }
}

async function answerOf(result: Promise<pg.QueryResult>): Promise<Answer> {
  const { rows, rowCount } = await result;
  return { rows, count: rowCount ?? 0 };
}
