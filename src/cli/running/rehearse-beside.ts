import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LivedThrough } from '../../adapters/console/look/rehearsal.ts';

const limitMilliseconds = 240_000;
const mostBytes = 8 * 1024 * 1024;
const mostMegabytes = 512;

/** How a process beside us is begun, and what ends it with us. */
export interface Beside {
  /** What Node is given to be our command line. */
  readonly command: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Lives a scenario through in a process of its own, so that whoever must be woken meanwhile is: with a low priority,
 * within a limit of time, memory and words. It has an empty store in memory and none of our settings.
 */
export async function rehearseBeside(scenario: string, beside: Beside): Promise<LivedThrough> {
  const directory = await mkdtemp(join(tmpdir(), 'handrail-rehearsal-'));
  try {
    const file = join(directory, 'scenario.yaml');
    await writeFile(file, scenario, { mode: 0o600 });
    return await live(file, beside);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function live(file: string, { command, signal }: Beside): Promise<LivedThrough> {
  const memory = `--max-old-space-size=${mostMegabytes}`;
  const child = spawn(process.execPath, [memory, ...command, 'rehearse', file, '--json'], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMilliseconds,
    killSignal: 'SIGKILL',
    signal,
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const stop = () => child.kill('SIGKILL');
  const said = collect(child.stdout, stop);
  const complaints = collect(child.stderr, stop);
  const code = await codeOf(child, signal);
  if (code === 'stopped') return { outcome: code };
  if (code === 0) return { outcome: 'done', transcript: said() };
  if (code === null) return { outcome: 'ended' };
  return { outcome: 'refused', problem: complaints().trim().slice(-2_000) };
}

/** How a process ended: its code, null where something ended it, `stopped` where we did. */
async function codeOf(
  child: ChildProcess,
  signal: AbortSignal,
): Promise<number | null | 'stopped'> {
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  } catch (error) {
    if (signal.aborted) return 'stopped';
    throw error;
  }
}

/** All that a stream says, up to so much that nobody could read it. */
function collect(stream: NodeJS.ReadableStream, stop: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) stop();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
