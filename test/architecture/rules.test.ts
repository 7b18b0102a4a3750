import { describe, expect, test } from '@jest/globals';
import * as house from './rules.ts';
import { sourceOf } from './source.ts';

const rules = new Map(Object.entries(house));

const verb = '/** Raises. */\nexport async function raisePage() {}\n';
const manyLines = (count: number) => 'const line = 1;\n'.repeat(count);

/** Small files that break a rule: each must be found. */
const broken: Record<keyof typeof house, readonly (readonly [path: string, text: string])[]> = {
  keepsRanks: [
    ['src/timeline/event.ts', "import type { Card } from '../delivery/card.ts';"],
    ['src/paging/page.ts', "import { x } from '../transitions/transition.ts';"],
    ['src/situation/fold.ts', "const late = await import('../conversation/inbound.ts');"],
    ['src/adapters/slack/post.ts', "import { x } from '../teams/post.ts';"],
    ['src/rehearsal/rehearse.ts', "import { x } from '../adapters/clock/virtual-clock.ts';"],
    ['src/shared/time.ts', "export { x } from '../app.ts';"],
    ['src/parades/parade.ts', 'export const unranked = 1;'],
  ],
  keepsFloors: [
    ['src/conversation/words/names.ts', "import type { Inbound } from '../arrival/inbound.ts';"],
    ['src/conversation/places/sight.ts', "import { x } from '../forms/form.ts';"],
    ['src/conversation/changes/apply.ts', "import { handle } from '../handle-inbound.ts';"],
    ['src/conversation/unplanned/room.ts', 'export const nowhere = 1;'],
  ],
  keepsNoCircles: [['src/paging/page.ts', "export { page } from './page.ts';"]],
  keepsPrismaHome: [
    ['src/paging/page.ts', "import type { Page } from '../generated/prisma/client.ts';"],
    ['src/shared/database.ts', "import { PrismaClient } from '../generated/prisma/client.ts';"],
  ],
  keepsConsoleRoutes: [
    ['src/adapters/console/look/load-page.ts', "import express from 'express';"],
  ],
  keepsVendorsHome: [
    ['src/delivery/deliver.ts', "import { App } from '@slack/bolt';"],
    ['src/adapters/practice/room.ts', "import type { App } from '@slack/bolt/dist/App.js';"],
    ['src/shared/time.ts', "import cron from 'node-cron';"],
    ['src/setup/setup.ts', "import lodash from 'lodash';"],
  ],
  keepsNodeAtEdges: [
    ['src/timeline/event.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/paging/page.ts', "import { setTimeout } from 'node:timers/promises';"],
  ],
  keepsEdges: [
    ['src/paging/page.ts', 'const now = new Date();'],
    ['src/paging/page.ts', 'const now = new Date;'],
    ['src/paging/page.ts', 'const now = Date();'],
    ['src/paging/page.ts', 'const now = Date.now();'],
    ['src/paging/page.ts', 'const now = DateTime.now();'],
    ['src/paging/page.ts', 'const luck = Math.random();'],
    ['src/paging/page.ts', "import { randomUUID } from 'node:crypto';"],
    ['src/paging/page.ts', 'setTimeout(() => {}, 5);'],
    ['src/paging/page.ts', 'const wait = setImmediate;'],
    ['src/paging/page.ts', "const answer = fetch('https://example.com');"],
    ['src/paging/page.ts', 'const home = process.env.HOME;'],
    ['src/paging/page.ts', "console.log('hello');"],
    ['src/paging/page.ts', 'const f = globalThis.fetch;'],
  ],
  keepsProcess: [
    ['src/adapters/api/serve.ts', 'const port = process.env.PORT;'],
    ['src/cli/start.ts', 'const port = process.env.PORT;'],
    ['src/app.ts', 'const all = process.env;'],
    ['src/adapters/api/serve.ts', "console.log('ready');"],
  ],
  keepsNounsPure: [
    [
      'src/paging/page.ts',
      "import { raisePage } from './raise-page.ts';\nconst later = () => raisePage();",
    ],
    [
      'src/paging/page.ts',
      "import { raisePage as raise } from './raise-page.ts';\nconst later = raise().then();",
    ],
  ],
  keepsVerbsSingle: [
    ['src/paging/raise-page.ts', `${verb}/** Ends. */\nexport async function endPage() {}`],
    ['src/paging/call-person.ts', verb],
    ['src/paging/find-page.ts', verb],
  ],
  documentsExports: [['src/paging/page.ts', '// A comment.\nexport function isOpen() {}']],
  keepsFilesSmall: [
    ['src/paging/page.ts', manyLines(301)],
    ['src/paging/page.ts', `function long() {\n${manyLines(60)}}`],
    ['src/paging/page.ts', `const long = () => {\n${manyLines(60)}};`],
  ],
  namesThings: [
    ['src/shared/utils.ts', ''],
    ['src/paging/page-manager.ts', ''],
    ['src/helpers/page.ts', ''],
    ['src/paging/pageService.ts', ''],
    ['src/paging/index.ts', ''],
  ],
  keepsNoBarrels: [
    ['src/paging/all.ts', "export * from './page.ts';"],
    ['src/paging/all.ts', "export { page } from './page.ts';"],
    ['src/paging/page.ts', 'export default 1;'],
    ['src/paging/page.ts', 'export default function page() {}'],
  ],
  keepsTypes: [
    ['src/paging/page.ts', 'const page: any = 1;'],
    ['src/paging/page.ts', 'const page = JSON.parse(text) as any;'],
    ['src/paging/page.ts', 'const page = pages[0]!;'],
    ['src/paging/page.ts', '// @ts-expect-error\nconst page = 1;'],
  ],
  keepsArgumentsFew: [
    ['src/paging/page.ts', 'export function f(a: string, b: string, c: string, d: string) {}'],
    ['src/paging/page.ts', 'export function f(isOpen: boolean) {}'],
  ],
};

/** Small files that only look as if they broke a rule: none may be found. */
const sound: readonly (readonly [path: string, text: string])[] = [
  ['src/paging/page.ts', "import { minute } from '../shared/time.ts';"],
  ['src/paging/page.ts', "import type { Raised } from './raise-page.ts';"],
  [
    'src/paging/registry.ts',
    "import { raisePage } from './raise-page.ts';\nexport const all = { raise: raisePage };",
  ],
  ['src/paging/page.ts', "import { DateTime } from 'luxon';\nconst then = new Date(0);"],
  [
    'src/paging/page.ts',
    "// new Date() in a comment\nconst text = 'call fetch(), then Date.now()';",
  ],
  ['src/paging/page.ts', 'const pattern = /process.env/;'],
  ['src/shared/database.ts', "import type { Prisma } from '../generated/prisma/client.ts';"],
  ['src/adapters/slack/post.ts', "import { App } from '@slack/bolt';\nconst now = Date.now();"],
  ['src/adapters/practice/room.ts', "import { problem } from '../api/problem.ts';"],
  [
    'src/cli/handrail.ts',
    "#!/usr/bin/env node\nconst io = { env: process.env };\nconsole.log('hi');",
  ],
  ['src/config.ts', 'const environment = process.env;'],
  ['src/paging/raise-page.ts', verb],
  [
    'src/paging/find-page.ts',
    '/** One. */\nexport async function findPage() {}\n/** Many. */\nexport async function listPages() {}',
  ],
  ['src/paging/page.ts', `function short() {\n${manyLines(58)}}`],
];

const known = [sourceOf('src/paging/raise-page.ts', verb)];

describe('each rule finds what breaks it', () => {
  const cases = Object.entries(broken).flatMap(([name, files]) =>
    files.map(([path, text]) => [name, path, text] as const),
  );
  test.each(cases)('%s: %s %j', (name, path, text) => {
    const found = rules.get(name)?.([...known, sourceOf(path, text)]) ?? [];
    expect(found.some(line => line.startsWith(`${path}: `))).toBe(true);
  });

  test('and every rule has such a file', () => {
    expect(Object.keys(broken).toSorted()).toEqual([...rules.keys()].toSorted());
  });
});

test.each(sound)('no rule objects to %s %j', (path, text) => {
  const sources = [...known, sourceOf(path, text)];
  expect([...rules.values()].flatMap(rule => rule(sources))).toEqual([]);
});
