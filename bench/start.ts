import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { report } from './figures.ts';

/** What is loaded and opened behind the readiness has happened by then. */
const settledAfter = 15_000;

/** Time until ready, and resident memory 15 s later, of `handrail start`, first and second time, on both databases, and with Teams. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
  await startOnce('first start, embedded', { DATA_DIR: folder });
  await startOnce('second start, embedded', { DATA_DIR: folder });
  await startOnce('the same with Teams', { DATA_DIR: folder, TEAMS_LOCAL: '1' });
  const server = await openTestPostgres();
  const onServer = { DATA_DIR: join(folder, 'practice-only'), DATABASE_URL: server.url };
  await startOnce('first start, PostgreSQL', onServer);
  await startOnce('second start, PostgreSQL', onServer);
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function startOnce(what: string, settings: Record<string, string>): Promise<void> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/cli/handrail.js', 'start'], {
    env: { ...process.env, ...settings, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
  });
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  try {
    await untilReady(`http://127.0.0.1:${port}/health/ready`, 60_000);
    const ready = performance.now() - began;
    await new Promise(resolve => setTimeout(resolve, settledAfter));
    const memory =
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
    report(what, { ready_ms: ready, memory_mb: memory });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function untilReady(url: string, patience: number): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const isReady = await fetch(url).then(
      response => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(
    `${url} did not become ready within ${patience} ms. Run \`npm run build\` first.`,
  );
}
