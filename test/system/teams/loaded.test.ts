import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'handrail-loaded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Loaded {
  readonly code: number;
  readonly packages: readonly string[];
}

/** The packages that a command of Handrail's has loaded when it is over, in a process of its own. */
async function loadedBy(command: string, settings: Record<string, string> = {}): Promise<Loaded> {
  const { PATH, HOME } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'test/harness/loaded-packages.ts', command],
    { env: { PATH, HOME, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', ...settings } },
  );
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}

const ofMicrosoft = (name: string) => /^(botbuilder|botframework|@azure)/.test(name);

test('whoever has no Teams waits for nothing of botbuilder', async () => {
  const started = await loadedBy('start');
  expect(started.code).toBe(0);
  expect(started.packages).toContain('express');
  expect(started.packages.filter(ofMicrosoft)).toEqual([]);
  expect((await loadedBy('doctor')).packages.filter(ofMicrosoft)).toEqual([]);
});

test('with Teams it is there before the first activity comes', async () => {
  const { code, packages } = await loadedBy('start', { TEAMS_LOCAL: '1' });
  expect(code).toBe(0);
  expect(packages).toContain('botbuilder');
});
