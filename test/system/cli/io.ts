import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Io } from '../../../src/cli/io.ts';
import { runCli } from '../../../src/cli/run-cli.ts';

/** A desk with its own folder and environment, at which command lines are typed. */
export interface Desk {
  readonly directory: string;
  /** Starts `handrail start` on a free port; answers how to stop it. */
  start(): Promise<() => Promise<Ended>>;
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
  const begin = (argv: readonly string[], outside: Pick<Io, 'input' | 'stopped'>) => {
    const said = { out: '', err: '' };
    const io: Io = {
      env: { DATA_DIR: join(directory, 'data'), ...env },
      directory,
      out: async text => {
        said.out += text;
      },
      err: text => {
        said.err += text;
      },
      readFile: file => readFileSync(resolve(directory, file)),
      writeFile: (file, data) => writeFileSync(resolve(directory, file), data),
      isWatched: false,
      ...outside,
    };
    return runCli(argv, io).then(code => ({ code, ...said }));
  };
  return {
    directory,
    run: (argv, input = '') =>
      begin(argv, {
        input: typeof input === 'string' ? pieces(input) : input,
        stopped: async () => {},
      }),
    async start() {
      const signals = new EventEmitter();
      const stop = once(signals, 'stop').then(() => {});
      const runs = once(signals, 'runs');
      const stopped = () => {
        signals.emit('runs');
        return stop;
      };
      const ended = begin(['start'], { input: pieces(''), stopped });
      await Promise.race([runs, ended]);
      return () => {
        signals.emit('stop');
        return ended;
      };
    },
    clear: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The text in pieces that end anywhere, as a pipe gives it. */
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7);
}
