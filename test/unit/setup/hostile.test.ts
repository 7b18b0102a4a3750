import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSetup } from '../../../src/setup/setup.ts';
import { BadInputError } from '../../../src/shared/errors.ts';
import { exampleSetup } from './example.ts';

/** Reads and answers how it ended; anything but a setup or BadInputError is thrown on. */
function outcomeOf(text: string): 'read' | 'refused' {
  try {
    readSetup(text, 'hostile.yaml');
    return 'read';
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const problem of error.problems) {
      expect(problem).toMatch(/^hostile\.yaml/);
      expect(problem).not.toMatch(/\n|at .*\.ts:\d/);
      expect(problem.length).toBeLessThan(800);
    }
    return 'refused';
  }
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'.split('').map((name, index) => {
    const before = 'abcdefghij'[index];
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  }),
].join('\n');

describe('a hostile setup file is refused with a clear line and harms nothing', () => {
  const rows: [string, string][] = [
    ['nothing at all', ''],
    ['only a comment', '# nothing\n'],
    ['a number', '17'],
    ['a list', '- a\n- b'],
    ['brackets without end', '['.repeat(200_000)],
    ['braces without end', '{a: '.repeat(50_000)],
    ['a hundred thousand dashes in one line', '- '.repeat(100_000)],
    ['a hundred thousand question marks', '? '.repeat(100_000)],
    ['five hundred keys of keys', `${'? '.repeat(10)}a`],
    [
      'a stair of three thousand steps',
      Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    [
      'a stair of a hundred steps',
      Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['an alias bomb', bomb],
    ['an alias of itself', 'people: &a [*a]'],
    ['an alias of nothing', 'people: *nobody'],
    ['two thousand aliases', `a: &a x\nb: [${Array(2_000).fill('*a').join(', ')}]`],
    [
      'prototype keys',
      '__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }',
    ],
    ['a prototype merged in', '<<: { __proto__: { polluted: yes } }'],
    ['tags that make objects', 'people: !!js/function "function () { process.exit(1) }"'],
    ['binary', 'people: !!binary "AAAA"'],
    ['zero bytes', '\0'.repeat(1_000)],
    ['lone surrogates', 'people: "\ud800"'],
    ['several documents', '---\na: 1\n---\nb: 2\n'],
    ['ten thousand keys', Array.from({ length: 10_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['one line of three million letters', `people: ${'x'.repeat(3_000_000)}`],
    ['nine million letters', 'x'.repeat(9_000_000)],
    ['a person called __proto__', 'people: [{ id: __proto__, name: X, side: vendor }]'],
    [
      'terminal escapes in a value',
      'organisation: { name: "\\e[2J\\r\\n gone", timeZone: "\\e]0;x" }',
    ],
  ];
  test.each(rows)('%s', (_, text) => {
    expect(outcomeOf(text)).toBe('refused');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('what it shows of a value cannot steer a terminal', () => {
    try {
      readSetup('organisation: { name: V, timeZone: "\\e[2Jgone\\r" }', 'a.yaml');
    } catch (error) {
      const lines = error instanceof BadInputError ? error.problems : [];
      expect(lines.join(' ')).toMatch(/gone/);
      expect(lines.join(' ')).not.toMatch(/\p{Cc}/u);
    }
    expect.assertions(2);
  });
});

/** Something that could stand in a setup by mistake or on purpose. */
const oddValue = fc.oneof(
  fc.constantFrom(
    '',
    '~',
    'null',
    '[]',
    '{}',
    '-1',
    '1e400',
    '.nan',
    'true',
    '2026-99-99',
    '&a',
    '*a',
    '!!set',
    '"',
    "'",
    '|',
    '>',
    '%',
    '@',
    '`',
    '{',
    '[',
    ']',
    '}',
    ': :',
    '- -',
    '? ?',
    '\t',
    '\u2028',
    '\u0000',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double().map(String),
  fc.json({ maxDepth: 4 }),
);

const mutation = fc.record({
  at: fc.nat(exampleSetup.length),
  length: fc.nat(60),
  instead: oddValue,
});

function mutated(changes: readonly { at: number; length: number; instead: string }[]): string {
  return changes.reduce(
    (text, { at, length, instead }) => text.slice(0, at) + instead + text.slice(at + length),
    exampleSetup,
  );
}

describe('five hundred damaged setups end in a setup or in lines that say what is wrong', () => {
  test('pieces of the example replaced by anything', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), changes => {
        outcomeOf(mutated(changes));
      }),
      { numRuns: 400 },
    );
  });

  test('any mapping with the right names and wrong values', () => {
    const keys = fc.constantFrom(
      'organisation',
      'people',
      'customers',
      'schedules',
      'escalations',
      'id',
      'name',
      'levels',
      'to',
      'places',
      'identities',
      'platform',
      'window',
      'milestones',
      '__proto__',
    );
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.anything({ maxDepth: 1 }).map(value => (typeof value === 'bigint' ? 1 : value)),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(tree, value => {
        outcomeOf(JSON.stringify(value) ?? '');
      }),
      { numRuns: 200 },
    );
  });
});
