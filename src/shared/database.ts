import type { $Enums, Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import type { Statement } from './statement.ts';

/** Typed access to the tables inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** What goes into a JSON column. */
export type Json = Prisma.InputJsonValue;

/** The states that the tables know; `delivery/message-state.ts` and `paging/page/page-state.ts` say what each means. */
export type MessageState = $Enums.MessageState;
export type PageState = $Enums.PageState;

/** One trip through the domain: one transaction, one reading of the clock. */
export interface Trip {
  /** Prisma, for everything that is not done all the time. */
  readonly tx: Tx;
  /** Runs one of our own statements with its values as $1, $2, … */
  run<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  readonly now: Date;
  readonly random: Random;
  /** The lanes of the outbox in which this trip leaves something to be said, so that nobody has to look for it. */
  readonly lanes: Set<string>;
}

/** The store. The client itself is only for reads outside a transaction; every write is a trip. */
export interface Database {
  readonly client: PrismaClient;
  /**
   * Runs `work` in one short transaction and commits what it wrote; rolls back when it throws.
   * Never await the network inside, and never touch `client` there (PGlite has one connection).
   * Work that loses a race against another process is run again from its beginning, so it changes
   * nothing but the database; and it never catches a database error, after which nothing is committed.
   */
  trip<T>(work: (trip: Trip) => Promise<T>): Promise<T>;
  /** One statement by itself, committed when it resolves; it overtakes trips that wait. */
  write<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  /** How many trips may go on at the same time. */
  readonly tripsAtOnce: number;
  /** All of it as one file, as it is between two trips; only where the database is embedded. */
  readonly dump?: () => Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The ports every part of the engine is built from. */
export interface Ports {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
}
