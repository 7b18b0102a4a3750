import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleSetup, exampleWith } from '../../unit/setup/example.ts';
import { createDesk, type Ended } from './io.ts';

const canary = 'canary7f3q-in-the-brief';
const desk = createDesk({ PORT: '0', LOG_LEVEL: 'silent' });
const data = join(desk.directory, 'data');
let stop: () => Promise<Ended>;
beforeAll(async () => {
  const brief = exampleWith('name: Northwind', `name: Northwind\n    brief: ${canary}`);
  writeFileSync(join(desk.directory, 'northwind.setup.yaml'), brief || exampleSetup);
  stop = await desk.start();
  await desk.run(['import', 'northwind.setup.yaml']);
});
afterAll(() => desk.clear());

/** The files below the data directory in which these words stand. */
function filesWith(words: string): string[] {
  const inside = readdirSync(data, { withFileTypes: true, recursive: true });
  return inside
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => readFileSync(file).includes(words));
}

describe('somebody who wants to be forgotten', () => {
  test('is given everything first, as JSON and to read', async () => {
    const { code, err } = await desk.run(['export', 'northwind', '--out', 'northwind.json']);
    expect([code, err]).toEqual([0, expect.stringMatching(/^\d+ rows of Northwind/)]);
    const json = JSON.parse(readFileSync(join(desk.directory, 'northwind.json'), 'utf8')) as {
      counts: Record<string, number>;
    };
    expect(json.counts).toMatchObject({ customer: 1, transition: 1 });
    expect(readFileSync(join(desk.directory, 'northwind.html'), 'utf8')).toContain(canary);
    expect((await desk.run(['export', 'nobody'])).code).toBe(2);
  });

  test('is shown what would go, and has a week to say no', async () => {
    expect((await desk.run(['erase', 'northwind', '--preview'])).out).toMatch(/customer: 1/);
    expect((await desk.run(['erase', 'northwind'])).out).toContain('--cancel');
    expect((await desk.run(['erase', 'northwind', '--cancel'])).out).toBe('northwind is kept.\n');
    expect((await desk.run(['export', 'northwind'])).code).toBe(0);
  });

  test('is in no table and in no file afterwards, and has a certificate', async () => {
    expect(filesWith(canary).length).toBeGreaterThan(0);
    const { code, out, err } = await desk.run(['erase', 'northwind', '--wait', '0m']);
    expect(err).toBe('');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/Certificate of erasure[\s\S]*customer: 1/),
    ]);
    expect((await desk.run(['export', 'northwind'])).code).toBe(2);
    expect(filesWith(canary)).toEqual([]);
    expect((await desk.run(['erase', 'northwind'])).out).toContain('Certificate of erasure');
    expect(await stop()).toMatchObject({ code: 0 });
    expect(filesWith(canary)).toEqual([]);
  });
});
