import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rehearseBeside } from '../../../src/cli/running/rehearse-beside.ts';
import { exampleSetup } from '../../unit/setup/example.ts';
import { createDesk } from './io.ts';

const desk = createDesk();
const write = (name: string, text: string) => writeFileSync(join(desk.directory, name), text);
afterAll(() => desk.clear());

const story = (expected: string) => `setup: northwind.setup.yaml
from: 2026-03-06T17:55:00-05:00
until: 2026-03-06T18:30:00-05:00
script:
  - { at: +10m, person: lead-1, place: northwind-shared, says: "what's happening now?" }
expect:
  - { by: +11m, place: northwind-shared, message: situation, contains: "${expected}" }
`;

beforeAll(() => {
  write('northwind.setup.yaml', exampleSetup);
  write('holds.scenario.yaml', story('Back up the old system'));
  write('fails.scenario.yaml', story('Feed the cat'));
  write('wrong.scenario.yaml', story('x').replace('lead-1', 'lead-7'));
});

test('a rehearsal prints one object a line, its summary last, and ends with 0 when all expectations hold', async () => {
  const { code, out } = await desk.run(['rehearse', 'holds.scenario.yaml', '--json']);
  const lines = out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({ kind: 'summary', expectations: { passed: 1, failed: 0 } });
  expect(code).toBe(0);
  expect(lines.find(({ message }) => message === 'situation')).toMatchObject({
    kind: 'message',
    to: 'northwind-shared',
    audience: 'shared',
    via: 'chat',
  });
});

test('a failed expectation ends with 1 and is named with its line', async () => {
  const { code, out } = await desk.run(['rehearse', 'fails.scenario.yaml']);
  expect(code).toBe(1);
  expect(out).toContain('1 of 1 expectations failed');
  expect(out).toContain('fails.scenario.yaml:7');
});

test('a wrong scenario ends with 2 and is named with its line and field', async () => {
  const { code, out, err } = await desk.run(['rehearse', 'wrong.scenario.yaml']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^wrong\.scenario\.yaml:5 script\[0\]\.person.*lead-7/);
});

test('a rehearsal beside what runs is given little: a low priority, a limit of memory, and no settings', async () => {
  const program = `const { getPriority } = require('node:os');
    const memory = process.execArgv.find(one => one.startsWith('--max-old-space-size'));
    process.stdout.write(JSON.stringify({ priority: getPriority(), memory, env: Object.keys(process.env),
      text: require('node:fs').readFileSync(process.argv[3], 'utf8') }));`;
  const child = join(desk.directory, 'child.cjs');
  writeFileSync(child, program);
  const { signal } = new AbortController();
  const lived = await rehearseBeside('a story', { command: [child], signal });
  if (lived.outcome !== 'done') throw new Error(lived.outcome);
  expect(JSON.parse(lived.transcript)).toMatchObject({
    priority: 10,
    memory: '--max-old-space-size=512',
    env: [],
    text: 'a story',
  });
});

test('a rehearsal beside what runs says why it could not be lived through, and ends with whoever began it', async () => {
  const child = join(desk.directory, 'refusing.cjs');
  writeFileSync(child, `process.stderr.write('story:3 from: is no time.'); process.exit(2);`);
  const ending = new AbortController();
  const refused = await rehearseBeside('', { command: [child], signal: ending.signal });
  expect(refused).toEqual({ outcome: 'refused', problem: 'story:3 from: is no time.' });
  writeFileSync(child, 'setInterval(() => {}, 1000);');
  const living = rehearseBeside('', { command: [child], signal: ending.signal });
  ending.abort();
  expect(await living).toEqual({ outcome: 'stopped' });
});
