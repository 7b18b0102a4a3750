import type { Database } from '../shared/database.ts';

/** The outside of the command line: streams, environment and signals, so that a test can stand in for them. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin. */
  readonly directory: string;
  readonly input: AsyncIterable<Uint8Array | string>;
  /** Writes to standard output and resolves when it may take more. */
  out(text: string): Promise<void>;
  /** Writes to standard error: progress and problems, never results. */
  err(text: string): void;
  /** What is in a file that somebody named. Throws as Node does. */
  readFile(file: string): Uint8Array;
  /** Writes a file that somebody named. */
  writeFile(file: string, data: Uint8Array | string): void;
  /** The store of a Handrail that runs and lends it; left out, a command opens its own. */
  readonly database?: Database;
  /** True when a person watches standard error. */
  readonly isWatched: boolean;
  /** Resolves when the operator asks the process to end. */
  stopped(): Promise<void>;
}

/** 0 fine, 1 an expectation failed or something must be fixed, 2 bad input. */
export type ExitCode = 0 | 1 | 2;

/** A command line being carried out: the outside, and how it will end. */
export interface Run {
  readonly io: Io;
  end(code: ExitCode): void;
}
