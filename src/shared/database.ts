import type { $Enums, Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import type { RowStatement, Statement } from './statement.ts';

/** Typed access to the tables inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** What goes into a JSON column. */
export type Json = Prisma.InputJsonValue;

/** The states that the tables know; `delivery/message-state.ts` and `paging/page/page-state.ts` say what each means. */
export type MessageState = $Enums.MessageState;
export type PageState = $Enums.PageState;

/** What came of something a trip can do without. */
export type Aside<T> = { readonly value: T } | { readonly failure: string };

/** One trip through the domain: one transaction, one reading of the clock. */
export interface Trip {
  /** Prisma, for everything that is not done all the time. */
  readonly tx: Tx;
  /** Runs one of our own statements with its values as $1, $2, … */
  run<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  /**
   * Does something the trip can do without: when it fails, what it wrote is undone, the reason is returned, and the trip
   * goes on. A call for a human must never be lost because an ornament could not be drawn.
   */
  aside<T>(work: () => Promise<T>): Promise<Aside<T>>;
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
  /**
   * As `trip`, for one of many that may be wanted at the same moment: those that wait meanwhile share one transaction and
   * one wait for the disk, at most one of each key. Each has its own outcome: where one fails that has written something,
   * nothing of the group is kept, and every one of it is done by itself.
   */
  together<T>(key: string, work: (trip: Trip) => Promise<T>): Promise<T>;
  /** One statement by itself, committed when it resolves; it overtakes trips that wait. */
  write<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  /** As `write`, for one of many: what several ask of a statement at the same moment is one statement and one commit. */
  writeEach<Row extends { readonly n: number }>(
    statement: RowStatement<Row>,
    asked: object,
  ): Promise<Row[]>;
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
