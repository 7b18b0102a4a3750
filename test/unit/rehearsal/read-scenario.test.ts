import { describe, expect, test } from '@jest/globals';
import { BadInputError } from '../../../src/shared/errors.ts';
import { read, setupText, story } from './sample.ts';

function problemsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof BadInputError) return error.problems;
    throw error;
  }
  return [];
}

describe('a scenario file', () => {
  test('is read with its setup, in every form of the contract', () => {
    const scenario = read(
      story(`script:
  - { at: +65m, person: lead-1, place: northwind-shared, says: "what's happening now?" }
  - { at: +2h, milestone: backup, becomes: done, by: adv-1 }
  - { at: +3h, person: lead-1, presses: check-in.worried }
  - { at: 2026-03-08T10:00:00-04:00, person: adv-1, says: "brief northwind" }
  - { at: +5d, event: { customer: northwind, externalId: t-1, text: "Ticket 1 opened", visibility: internal } }
  - { from: +6d, person: lead-1, answers: check-in.good, within: 30m }
  - { at: +7d, engine: stopped }
  - { at: +8d, clock: -1h }
expect:
  - { by: +66m, place: northwind-shared, message: situation, contains: "Back up" }
  - { never: true, place: northwind-shared, contains: "Ticket 1" }`),
    );
    expect(scenario.steps.map(({ at, deed }) => [at.toISOString(), deed.kind])).toEqual([
      ['2026-03-06T23:05:00.000Z', 'says'],
      ['2026-03-07T00:00:00.000Z', 'milestone'],
      ['2026-03-07T01:00:00.000Z', 'presses'],
      ['2026-03-08T14:00:00.000Z', 'says'],
      ['2026-03-11T22:00:00.000Z', 'event'],
      ['2026-03-13T22:00:00.000Z', 'engine'],
      ['2026-03-14T22:00:00.000Z', 'clock'],
    ]);
    expect(scenario.steps[1]?.deed).toMatchObject({ milestoneId: 'northwind/erp/backup' });
    expect(scenario.habits).toMatchObject([{ personId: 'lead-1', withinMilliseconds: 1_800_000 }]);
    expect(scenario.expectations[0]).toMatchObject({ line: 14, atLeast: 1, atMost: null });
    expect(scenario.expectations[1]).toMatchObject({ line: 15, atLeast: 0, atMost: 0 });
    expect(scenario.cast.timeZone).toBe('America/New_York');
  });

  test('may hold the setup itself', () => {
    const inner = setupText.trim().replace(/^/gm, '  ');
    const scenario = read(`setup:\n${inner}\nfrom: 2026-03-06T17:00:00-05:00\nuntil: +1d\n`);
    expect(scenario.cast.customers.get('northwind')?.name).toBe('Northwind');
  });

  test('a moment without an offset is on the customer’s wall clock', () => {
    const scenario = read('setup: sample.yaml\nfrom: 2026-03-06T17:00\nuntil: 2026-03-09T09:00\n');
    expect(scenario.from.toISOString()).toBe('2026-03-06T22:00:00.000Z');
    expect(scenario.until.toISOString()).toBe('2026-03-09T13:00:00.000Z');
  });

  test('tells everything that is wrong at once, each with file, line and field', () => {
    const problems = problemsOf(
      story(`script:
  - { at: +65x, person: lead-2, place: northwind-shard, says: "hello" }
  - { at: +2h, milestone: bakup, becomes: finished, by: adv-1 }
  - { at: +2h, milestone: check, becomes: done, by: adv-1 }
  - { at: +3h, person: lead-1, presses: check-in.bad }
  - { at: +3h, person: lead-1 }
  - { at: +15d, person: lead-1, says: "too late" }
  - { at: +1h, person: lead-1, says: "one", plaice: northwind-shared }
expect:
  - { by: tomorrow, place: nowhere }`),
    );
    const expected = [
      'story.yaml:5 script[0].at: "+65x" is no moment; write +65m, +3h2m, +5d or 2026-03-06T18:00:00-05:00',
      'story.yaml:5 script[0].person: the setup has no person "lead-2". Did you mean "lead-1"?',
      'story.yaml:5 script[0].place: the setup has no place "northwind-shard". Did you mean "northwind-shared"?',
      expect.stringMatching(
        /^story\.yaml:6 script\[1\]\.becomes: "finished" does not fit; write one of planned/,
      ),
      'story.yaml:7 script[2].milestone: several milestones are called "check". Write northwind/erp/check or other/move/check.',
      expect.stringMatching(/^story\.yaml:8 script\[3\]\.presses: "check-in\.bad" does not fit/),
      expect.stringMatching(/^story\.yaml:9 script\[4\]: this entry says nothing to do/),
      'story.yaml:10 script[5].at: this is outside the scenario; choose a moment between from and until',
      'story.yaml:11 script[6].plaice: Handrail does not know this key. Did you mean "place"?',
      'story.yaml:13 expect[0].by: "tomorrow" is no moment; write +65m, +3h2m, +5d or 2026-03-06T18:00:00-05:00',
      expect.stringMatching(
        /^story\.yaml:13 expect\[0\]\.place: the setup has no place "nowhere"\./,
      ),
    ];
    expect(problems).toEqual(expect.arrayContaining(expected));
    expect(problems).toHaveLength(expected.length);
  });

  test('names the setup file it cannot open', () => {
    const problems = problemsOf('setup: gone.yaml\nfrom: 2026-03-06T17:00:00-05:00\nuntil: +1d\n');
    expect(problems).toEqual([
      expect.stringMatching(/^story\.yaml:1 setup: the setup file "gone\.yaml" cannot be read/),
    ]);
  });

  test('tells the problems of the setup under the setup’s own lines', () => {
    const inner = setupText
      .trim()
      .replace('advocate: adv-1', 'advocate: adv-7')
      .replace(/^/gm, '  ');
    const problems = problemsOf(`setup:\n${inner}\nfrom: 2026-03-06T17:00:00-05:00\nuntil: +1d\n`);
    expect(problems[0]).toMatch(/^story\.yaml:11 .*people\.advocate: .*adv-7/);
  });

  test.each([
    ['', 'empty'],
    ['[]', 'a list'],
    ['"words"', 'words'],
    ['setup: 1\nfrom: 2\nuntil: 3\nscript: 4\nexpect: 5', 'numbers'],
    ['a: &a [*a]', 'a circle'],
    [`${'['.repeat(5_000)}`, 'brackets'],
    [story('script: [null, 1, "x", [], {}]\nexpect: [null, 1, "x", []]'), 'junk entries'],
    [
      story('expect:\n  - { matches: "(" }\n  - { contains: [] }\n  - { count: { exactly: -1 } }'),
      'junk expectations',
    ],
    [story('script:\n  - { at: +999999d, person: lead-1, says: x }'), 'a moment beyond reach'],
    [story('script:\n  - { __proto__: { at: +1h }, says: x }'), 'a hostile key'],
    [
      'setup: sample.yaml\nfrom: 2026-03-06T17:00:00-05:00\nuntil: 2026-03-05T17:00:00-05:00',
      'an end before its beginning',
    ],
  ])('refuses nonsense without breaking: %#', text => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^(story|sample)\.yaml:\d+ \S+/);
  });
});
