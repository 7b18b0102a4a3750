import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { teamsManifest, teamsPackage } from '../../../src/cli/teams-package.ts';
import { shortcutIds } from '../../../src/conversation/arrival/shortcut.ts';
import { createDesk } from '../../system/cli/io.ts';

const require = createRequire(import.meta.url);
const app = {
  appId: '11111111-2222-4333-8444-555555555555',
  url: 'https://handrail.example.com',
  version: '1.0.0',
};

/** What Microsoft's own schema has against a manifest. */
function problemsOf(manifest: { readonly manifestVersion?: unknown }): unknown[] {
  const Ajv = require('ajv-draft-04').default;
  const addFormats = require('ajv-formats').default;
  const schemas = join(require.resolve('@microsoft/app-manifest'), '../json-schemas/teams');
  const file = join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json');
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  validate(manifest);
  return validate.errors ?? [];
}

/** Width and height of a PNG. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('the Teams package', () => {
  test('its manifest is what Microsoft’s schema of that version asks for, filled in or not', () => {
    const blank = JSON.parse(readFileSync('manifests/teams/manifest.json', 'utf8'));
    expect(problemsOf(blank)).toEqual([]);
    expect(problemsOf(teamsManifest(app) as object)).toEqual([]);
    expect(problemsOf({ ...blank, bots: [{ botId: 'none', scopes: ['nowhere'] }] })).not.toEqual(
      [],
    );
  });

  test('names the app everywhere, and no other', () => {
    const text = JSON.stringify(teamsManifest(app));
    expect(text.match(new RegExp(app.appId, 'g'))).toHaveLength(4);
    expect(text).not.toMatch(/00000000|handrail\.example\.com\//);
  });

  test('works in shared and private channels, and offers the three message actions', () => {
    expect(teamsManifest(app)).toMatchObject({
      supportsChannelFeatures: 'tier1',
      composeExtensions: [
        {
          commands: shortcutIds.map(id => ({
            id,
            context: ['message'],
            fetchTask: true,
          })),
        },
      ],
    });
  });

  test('every permission it asks for is explained', () => {
    const { authorization } = teamsManifest(app) as unknown as {
      authorization: { permissions: { resourceSpecific: { name: string }[] } };
    };
    const guide = readFileSync('docs/teams.md', 'utf8');
    for (const { name } of authorization.permissions.resourceSpecific)
      expect(guide).toContain(`\`${name}\``);
  });

  test('holds the manifest and both icons in the sizes Teams wants, the same bytes each time', () => {
    const files = unzipSync(teamsPackage(app));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(
      teamsManifest(app),
    );
    expect(sizeOf(files['color.png'] ?? new Uint8Array())).toEqual([192, 192]);
    expect(sizeOf(files['outline.png'] ?? new Uint8Array())).toEqual([32, 32]);
    expect(teamsPackage(app)).toEqual(teamsPackage(app));
  });
});

describe('handrail manifest teams', () => {
  let desk = createDesk();
  afterEach(() => {
    desk.clear();
    desk = createDesk();
  });
  const typed = ['manifest', 'teams', '--app-id', app.appId, '--url', `${app.url}/`];

  test('writes the zip and says where it goes', async () => {
    const { code, out } = await desk.run([...typed, '--out', 'mine.zip']);
    expect(code).toBe(0);
    expect(out).toContain('https://handrail.example.com/api/messages');
    expect(new Uint8Array(readFileSync(join(desk.directory, 'mine.zip')))).toEqual(
      new Uint8Array(teamsPackage(app)),
    );
  });

  test.each([
    ['an id that is none', ['--app-id', 'handrail'], /--app-id/],
    ['the empty id', ['--app-id', '00000000-0000-0000-0000-000000000000'], /--app-id/],
    ['an address without https', ['--url', 'http://handrail.example.com'], /--url/],
    ['an address with a path', ['--url', 'https://example.com/handrail'], /--url/],
    ['a version of two numbers', ['--app-version', '1.0'], /--app-version/],
    ['a file in no folder', ['--out', 'nowhere/mine.zip'], /--out/],
  ])('%s is told, and nothing is written', async (_what, more, problem) => {
    const { code, err } = await desk.run([...typed, ...more]);
    expect(code).toBe(2);
    expect(err).toMatch(problem);
  });
});
