import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { openApi } from '../../../src/adapters/api/v1/open-api.ts';
import { keySentences } from '../../../src/setup/reference/key-sentences.ts';
import { listKeys, setupPage } from '../../../src/setup/reference/setup-page.ts';
import { setupSchema } from '../../../src/setup/reference/setup-schema.ts';

const keys = listKeys(setupSchema());

test('every key of the setup file has a sentence and an example', () => {
  expect(keys.length).toBeGreaterThan(70);
  for (const { path, example } of keys) {
    expect([path, keySentences[path]?.says ?? '']).toEqual([path, expect.stringMatching(/\.$/)]);
    expect([path, keySentences[path]?.example ?? example]).toEqual([
      path,
      expect.stringMatching(/./),
    ]);
  }
});

test('no sentence is about a key that is gone', () => {
  const known = new Set(keys.map(({ path }) => path));
  expect(Object.keys(keySentences).filter(path => !known.has(path))).toEqual([]);
});

// Out of date? npm run -s reference
test('what is written down of the setup file and of the API is what the schemas say now', () => {
  expect(readFileSync('docs/setup.md', 'utf8')).toBe(setupPage(setupSchema()));
  expect(JSON.parse(readFileSync('docs/setup.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(setupSchema())),
  );
  expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(openApi())),
  );
});
