import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { plainYaml } from '../../../src/setup/plain-yaml.ts';
import { crowdOf } from '../../harness/crowd.ts';

const runs = Number(process.env.HANDRAIL_RUNS ?? 100);

/** What the parser of all of YAML makes of it; null when it finds anything wrong. */
function parsed(text: string): { readonly value: unknown } | null {
  const document = parseDocument(text, { schema: 'core', version: '1.2', prettyErrors: false });
  if (document.errors.length + document.warnings.length > 0) return null;
  return { value: document.toJS() };
}

/** Read fast is read right: whatever is not left to the parser is what the parser says. */
function expectTheSame(text: string): void {
  const value = plainYaml(text);
  if (value !== undefined) expect({ text, read: { value } }).toEqual({ text, read: parsed(text) });
}

const words = fc.constantFrom(
  ...[
    'a',
    'key',
    'Key-2',
    'Europe/London',
    '09:00',
    '2026-03-06T18:00:00-05:00',
    'Ünal & Söhne',
    '1',
    '007',
  ],
  ...[
    '0x1f',
    '0o7',
    '1e3',
    '1.0',
    '12.',
    '123456789012345678',
    'null',
    'True',
    'FALSE',
    '~',
    'yes',
    'NaN',
  ],
  ...[
    'a: b',
    'a:',
    ':a',
    'a #b',
    'a#b',
    '#a',
    '- a',
    '-a',
    '-',
    '--- a',
    '...',
    '"a"',
    '"a\\n"',
    "'a'",
    "'it''s'",
  ],
  ...[
    '"a" b',
    '[]',
    '{}',
    '[a, b]',
    '{a: b}',
    'a [b',
    '&x a',
    '*x',
    '!!str a',
    '|',
    '>-',
    '@a',
    '`a',
    '%a',
    '? a',
  ],
  ...[
    'a\tb',
    'a\u00a0b',
    '\u2028',
    '\ufeffa',
    '日本',
    '__proto__',
    'constructor',
    '<<',
    '=',
    'a, b',
    '',
  ],
);
const indentations = fc.constantFrom('', ' ', '  ', '   ', '    ', '      ', '\t');
const line = fc
  .tuple(
    indentations,
    fc.constantFrom('', '', '- ', '- - ', '-  ', '-'),
    fc.option(words, { nil: null }),
    fc.constantFrom(': ', ': ', ':', ':  ', ' : '),
    words,
    fc.constantFrom('', '', '', ' ', ' # said', '\r'),
  )
  .map(([indentation, dashes, key, colon, value, end]) =>
    [indentation, dashes, key === null ? '' : `${key}${colon}`, value, end].join(''),
  );

describe('what is read without the parser is what the parser says', () => {
  test('of any lines, sound or not', () => {
    const texts = fc.array(line, { minLength: 1, maxLength: 7 }).map(lines => lines.join('\n'));
    fc.assert(fc.property(texts, expectTheSame), { numRuns: runs * 10 });
  });

  test('of any values that were written as YAML', () => {
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        words,
        fc.string({ unit: 'binary' }),
        fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(words, fc.string()), tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, value => expectTheSame(stringify(value))),
      { numRuns: runs },
    );
  });

  test('and all of a generated setup file is', () => {
    const { setup } = crowdOf(3);
    for (const indentSeq of [true, false])
      expect(plainYaml(stringify(setup, { indentSeq }))).toEqual(parsed(stringify(setup))?.value);
  });
});
