import type { PrismaClient } from '../../generated/prisma/client.ts';
import { HandrailError } from '../../shared/errors.ts';

/** What came of one statement. */
export interface Answer {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** How many rows it returned or changed. */
  readonly count: number;
}

/** Runs one statement with its values as $1, $2, …; the server keeps it prepared under its name. */
export type Run = (name: string, sql: string, values: readonly unknown[]) => Promise<Answer>;

/** The connection broke during COMMIT. */
export class UnknownEndError extends HandrailError {
  readonly code = 'unknown-end';
}

/** An opened database of either kind: one connection at a time for whoever needs a transaction. */
export interface Store {
  /** Prisma over this database. Inside a transaction of ours it uses our connection. */
  readonly client: PrismaClient;
  /** One statement by itself, committed when it resolves. */
  readonly run: Run;
  /** Commits what `work` wrote when it resolves, and undoes it when it rejects. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** As `transaction`, for several pieces of work beside each other; only where there are many connections. */
  readonly together?: <T>(work: (run: Run) => Promise<T>) => Promise<T>;
  /** All of its files as a tar, as they are between two statements; only where it is embedded. */
  readonly dump?: () => Promise<Uint8Array>;
  close(): Promise<void>;
}
