import { describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { readSetup, setupFrom } from '../../../src/setup/setup.ts';
import { yamlPieces } from '../../../src/setup/yaml-pieces.ts';
import { BadInputError } from '../../../src/shared/errors.ts';
import { crowdOf } from '../../harness/crowd.ts';

const long = stringify(crowdOf(400).setup);

function problemsOf(text: string): readonly string[] {
  try {
    readSetup(text, 'long.yaml');
    return [];
  } catch (error) {
    if (error instanceof BadInputError) return error.problems;
    throw error;
  }
}

/** The number of the first line that has these words. */
const lineOf = (text: string, words: string): number =>
  text.slice(0, text.indexOf(words)).split('\n').length;

describe('a long setup file is read piece by piece', () => {
  test('and says the same as read at once', () => {
    expect(long.length).toBeGreaterThan(500_000);
    expect(yamlPieces(long)?.length).toBeGreaterThan(50);
    const { source: _, ...setup } = readSetup(long, 'long.yaml');
    const { source: __, ...whole } = setupFrom(parse(long));
    expect(setup).toEqual(whole);
  });

  test('and tells what is wrong with the line and the field of the whole file', () => {
    const text = long
      .replace(
        'advocate: adv-1\n      backup: adv-2\n      sales: sales-1\n      manager: mgr-1',
        'advocate: adv-9\n      backup: adv-2\n      sales: sales-1\n      manager: mgr-1',
      )
      .replace(/(id: customer-399-team\n\s+audience: )internal/, '$1secret');
    expect(problemsOf(text)).toEqual([
      `long.yaml:${lineOf(text, 'adv-9')} customers[2].people.advocate: there is no person "adv-9" in this file. Did you mean adv-1?`,
      expect.stringMatching(
        new RegExp(
          `^long\\.yaml:${lineOf(text, 'secret')} customers\\[399\\]\\.places\\[1\\]\\.audience: `,
        ),
      ),
    ]);
  });

  test('and what is no YAML in the middle of it is told near its line', () => {
    const text = long.replace('name: Customer kanarie200', 'name: "Customer kanarie200');
    const [first] = problemsOf(text);
    expect(first).toMatch(/^long\.yaml:\d+ \(top\): this is not valid YAML: /);
    const line = Number(/^long\.yaml:(\d+)/.exec(first ?? '')?.[1]);
    expect(Math.abs(line - lineOf(text, '"Customer kanarie200'))).toBeLessThan(300);
  });

  test('and a key that is there twice is told', () => {
    expect(problemsOf(`${long}people: []\n`)).toEqual([
      expect.stringMatching(/^long\.yaml:\d+ people: this key is here twice/),
    ]);
  });
});

describe('only what can be read apart is taken apart', () => {
  const rows: [string, string, string[] | null][] = [
    ['lists and mappings below plain keys', 'a:\n  - 1\nb: { c: 1 }\n', ['a', 'b']],
    ['a list as far left as its key', 'a:\n- 1\n- 2\nb: 1\n', ['a', 'b']],
    ['comments and empty lines anywhere', '# one\na:\n  # two\n\n  - 1\n', ['a']],
    ['text with dashes and colons of its own', 'a:\n  - b: |\n      - c\n      d: e\n', ['a']],
    ['a list with an anchor', 'a: &x\n  - 1\n', ['a']],
    ['several documents', '---\na: 1\n---\nb: 1\n', null],
    ['a list at the top', '- 1\n- 2\n', null],
    ['brackets over several lines', 'a: [\n1,\n2]\n', null],
    ['a key in quotes', '"a": 1\n', null],
    ['a key that is there twice', 'a: 1\na: 2\n', null],
  ];
  test.each(rows)('%s', (_, text, keys) => {
    expect(yamlPieces(text)?.map(({ key }) => key) ?? null).toEqual(keys);
  });
});
