import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../../src/cli/io.ts';
import { runCli } from '../../../src/cli/run-cli.ts';

/** A desk with its own folder and environment, at which command lines are typed. */
export interface Desk {
  readonly directory: string;
  run(argv: readonly string[], input?: string | AsyncIterable<string>): Promise<Ended>;
  clear(): void;
}

/** How a command line ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Files and data live in a temporary folder, so that commands of one desk see each other's work. */
export function createDesk(env: Readonly<Record<string, string>> = {}): Desk {
  const directory = mkdtempSync(join(tmpdir(), 'handrail-cli-'));
  return {
    directory,
    async run(argv, input = '') {
      let out = '';
      let err = '';
      const io: Io = {
        env: { DATA_DIR: join(directory, 'data'), ...env },
        directory,
        input: typeof input === 'string' ? pieces(input) : input,
        out: async text => {
          out += text;
        },
        err: text => {
          err += text;
        },
        isWatched: false,
        stopped: async () => {},
      };
      const code = await runCli(argv, io);
      return { code, out, err };
    },
    clear: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The text in pieces that end anywhere, as a pipe gives it. */
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7);
}
