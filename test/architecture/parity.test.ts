import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isShortcutId, shortcutIds } from '../../src/conversation/arrival/shortcut.ts';
import { formNames } from '../../src/conversation/forms/form.ts';
import { commandNames } from '../../src/customers/permission.ts';
import { floors } from './ranks.ts';
import { child, importsOf, readSources, resolvedPath, type Source, wordOf } from './source.ts';

/** The parts of a chat platform, whichever it is: whoever knows one of them finds their way in the others. */
const parts = [
  'gate/mount-gate.ts',
  'inbox/handle-message.ts',
  'inbox/handle-press.ts',
  'inbox/handle-dialog.ts',
  'inbox/handle-shortcut.ts',
  'inbox/handle-reaction.ts',
  'inbox/handle-place.ts',
  'inbox/show-home.ts',
  'render/render-card.ts',
  'render/render-form.ts',
  'render/render-home.ts',
] as const;

/** In Slack a home is put up, in Teams its card is loaded to be an answer or a message: one file, not one function. */
const severalFunctions: readonly Part[] = ['inbox/show-home.ts'];

type Part = (typeof parts)[number];

interface Platform {
  readonly folder: string;
  /** What it is joined by, and what speaks in it. */
  readonly own: readonly [opener: string, surface: string];
  /** The parts it has not, and why. */
  readonly lacks: Partial<Record<Part, string>>;
}

const platforms: readonly Platform[] = [
  { folder: 'slack', own: ['open-slack.ts', 'send/slack-surface.ts'], lacks: {} },
  { folder: 'teams', own: ['open-teams.ts', 'send/teams-surface.ts'], lacks: {} },
  {
    folder: 'practice',
    own: ['open-room.ts', 'send/practice-surface.ts'],
    lacks: {
      'inbox/handle-dialog.ts': 'in the practice room a form is typed as its command',
      'inbox/handle-shortcut.ts': 'its messages have no menu; `log` is typed',
      'inbox/handle-reaction.ts': 'its messages take no emoji',
      'inbox/handle-place.ts': 'its places come with the examples, and nobody joins or leaves them',
      'inbox/show-home.ts': 'its seats show everything at once',
      'render/render-card.ts':
        'a card as HTML is drawn in adapters/markup, for the console as well',
      'render/render-form.ts': 'it has no forms',
      'render/render-home.ts': 'it has no home',
    },
  },
];

const sources = readSources('src/adapters');
const pathOf = ({ folder }: Platform, part: string) => `src/adapters/${folder}/${part}`;
const sourceAt = (path: string) => sources.find(source => source.path === path);

/** The names of the functions a file exports. */
function exportedBy(source: Source | undefined): string[] {
  return (source?.top ?? []).flatMap(node => {
    const declaration = node.type === 'ExportDeclaration' ? child(node, 'declaration') : null;
    return wordOf(child(declaration, 'identifier')) ?? [];
  });
}

/** "inbox/handle-press.ts" → "handlePress". */
const functionOf = (part: string) =>
  part
    .replace(/^.*\/|\.ts$/g, '')
    .replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());

describe.each(platforms)('adapters/$folder', platform => {
  test('has every named part, or a reason why not', () => {
    const missing = parts.filter(part => !sourceAt(pathOf(platform, part)));
    expect(missing).toEqual(Object.keys(platform.lacks));
  });

  test('each part exports what it is named after', () => {
    const unnamed = parts
      .filter(part => !(part in platform.lacks) && !severalFunctions.includes(part))
      .filter(part => !exportedBy(sourceAt(pathOf(platform, part))).includes(functionOf(part)));
    expect(unnamed).toEqual([]);
  });

  test('has an opener, a surface and a floor plan', () => {
    for (const part of platform.own) expect(sourceAt(pathOf(platform, part))).toBeDefined();
    expect(Object.keys(floors)).toContain(`src/adapters/${platform.folder}`);
  });
});

const slack = parse(readFileSync('manifests/slack.yaml', 'utf8')) as {
  features: {
    shortcuts: { type: 'message' | 'global'; callback_id: string; name: string }[];
    slash_commands: { command: string }[];
  };
};
const teams = JSON.parse(readFileSync('manifests/teams/manifest.json', 'utf8')) as {
  bots: { commandLists: { commands: { title: string }[] }[] }[];
  composeExtensions: { commands: { id: string; title: string; context: string[] }[] }[];
};

describe('what people find in the menus', () => {
  const ofSlack = slack.features.shortcuts;
  const ofTeams = teams.composeExtensions.flatMap(({ commands }) => commands);

  test('a message has the same menu in Slack and in Teams, in the same words', () => {
    const inSlack = ofSlack.filter(({ type }) => type === 'message');
    expect(inSlack.map(({ callback_id }) => callback_id)).toEqual(shortcutIds);
    expect(ofTeams.map(({ id }) => id)).toEqual(shortcutIds);
    expect(ofTeams.map(({ title }) => title)).toEqual(inSlack.map(({ name }) => name));
    expect(ofTeams.every(({ context }) => context.join() === 'message')).toBe(true);
  });

  test('from anywhere Slack alone has one more: Teams has no such menu, there the form is a word', () => {
    const global = ofSlack.filter(({ type }) => type === 'global');
    expect(global.map(({ callback_id }) => callback_id)).toEqual(['handrail_page_customer']);
    expect(ofTeams.map(({ id }) => id).every(isShortcutId)).toBe(true);
    expect(formNames).toContain('page');
  });

  test.each(platforms.slice(0, 2))(
    'adapters/$folder takes both from the one list',
    ({ folder }) => {
      const own = sources.filter(({ path }) => path.startsWith(`src/adapters/${folder}/`));
      const known = own.flatMap(source =>
        importsOf(source).map(({ from }) => resolvedPath(source, from)),
      );
      expect(known).toContain('src/conversation/arrival/shortcut.ts');
      expect(known).toContain('src/conversation/forms/form.ts');
    },
  );
});

test('every command that Teams proposes is one that is understood, as after /handrail in Slack', () => {
  const asked = ["what's happening now?", 'home'];
  const proposed = teams.bots
    .flatMap(({ commandLists }) => commandLists.flatMap(({ commands }) => commands))
    .map(({ title }) => title);
  const unknown = proposed.filter(title => ![...commandNames, ...asked].some(one => one === title));
  expect(unknown).toEqual([]);
  expect(slack.features.slash_commands.map(({ command }) => command)).toEqual(['/handrail']);
});

test('every payload in test/fixtures says which document its shape is from', () => {
  const table = readFileSync('test/fixtures/README.md', 'utf8');
  const payloads = readdirSync('test/fixtures', { recursive: true, encoding: 'utf8' }).flatMap(
    file => /^(.+)\.json$/.exec(file)?.[1] ?? [],
  );
  const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  const told = named.filter(name => name.includes('/'));
  expect(payloads.length).toBeGreaterThan(30);
  expect(payloads.toSorted()).toEqual(told.toSorted());
});
