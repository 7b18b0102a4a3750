import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BadInputError } from '../../../src/shared/errors.ts';
import { read, story } from './sample.ts';

const sound = story(`script:
  - { at: +65m, person: lead-1, place: northwind-shared, says: "what's happening now?" }
  - { at: +2h, milestone: backup, becomes: done, by: adv-1 }
  - { at: +3h, person: lead-1, presses: check-in.worried }
  - { at: +5d, event: { customer: northwind, externalId: t-1, text: "Ticket 1 opened" } }
  - { from: +6d, person: lead-1, answers: check-in.good, within: 30m }
  - { at: +7d, engine: stopped }
  - { at: +8d, clock: -1h }
expect:
  - { by: +66m, place: northwind-shared, message: situation, contains: "Back up" }
  - { never: true, place: northwind-shared, matches: "Ticket \\\\d" }
`);

const poison = [
  '\u0000',
  '\uFEFF',
  '\t',
  '\n',
  '\r',
  '{',
  '}',
  '[',
  ']',
  ':',
  '- ',
  '&a ',
  '*a',
  '!!js/function ',
  '!!binary ',
  '<<: *a',
  '"',
  "'",
  '|',
  '>',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '__proto__: 1\n',
  'constructor: {}\n',
  'null',
  'true',
  '.inf',
  '.nan',
  '1e999',
  '-0',
  '0x41',
  '2026-13-45T99:99',
  '+99999999999999d',
  '+-1h',
  '💥',
  '\u202e',
  'a'.repeat(5_000),
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
  '(a+)+$',
  '\\',
  '../../../../etc/passwd',
  'sample.yaml',
];

const mutation = fc.record({
  at: fc.nat({ max: sound.length }),
  drop: fc.nat({ max: 40 }),
  put: fc.oneof(fc.constantFrom(...poison), fc.string({ maxLength: 30 })),
});

test('500 damaged scenarios are read or refused with file and line, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), mutations => {
      let text = sound;
      for (const { at, drop, put } of mutations)
        text = text.slice(0, at) + put + text.slice(at + drop);
      try {
        expect(read(text).until > read(text).from).toBe(true);
      } catch (error) {
        if (!(error instanceof BadInputError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const problem of error.problems) {
          expect(problem).toMatch(/^(story|sample)\.yaml[: ]/);
          expect(problem).not.toMatch(/\n {4}at /);
        }
      }
    }),
    { numRuns: 500, seed: 20260306 },
  );
});
