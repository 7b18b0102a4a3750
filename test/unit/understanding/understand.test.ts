import { describe, expect, test } from '@jest/globals';
import { understand } from '../../../src/understanding/understand.ts';

describe('what takes the edge off', () => {
  test.each([
    'this is a drill: everything is down',
    'nothing is down, all good',
    'is the prod cutover still down for Friday?',
    'the test system is down, no rush',
    'what would you do if production went down?',
    'last month the whole site was down for a day',
  ])('%j pages nobody', text => {
    expect(understand(text).urgent).toBe(false);
  });

  test.each(['this is not a drill: everything is down', 'everything is donw, nobody can wrok'])(
    '%j calls somebody',
    text => {
      expect(understand(text).offer).toBe(true);
    },
  );
});

describe('a human', () => {
  test('is always at least offered to somebody who demands one now', () => {
    expect(understand('get me a human now').offer).toBe(true);
  });

  test.each([
    'Il sistema non funziona più da stamattina',
    'система не работает',
    'systeem ligt eruit, niemand kan iets',
  ])('is offered for a language we do not read: %s', text => {
    expect(understand(text)).toMatchObject({ language: 'unknown', offer: true });
  });
});

describe('a customer’s own words', () => {
  const own = { systems: ['Hermes', 'the blue box'], sites: ['Leeds'], products: [], people: [] };

  test('are known at once', () => {
    const said = 'Hermes is down, nobody can work';
    expect(understand(said, { names: [], own })).toMatchObject({ intent: 'help', urgent: true });
    expect(understand('the blue box is dead for everyone', { names: [], own }).urgent).toBe(true);
  });

  test('and names of plan steps do not frighten', () => {
    const names = ['Crash test of the ledger'];
    expect(understand('is crash test of the ledger done?', { names })).toMatchObject({
      intent: 'status',
      offer: false,
    });
  });
});

describe('reasons', () => {
  test('are the words that decided', () => {
    const { reasons } = understand('good morning, the warehouse system is down for everybody');
    expect(reasons.join(' ')).toContain('down');
  });
});

describe('hostile text', () => {
  test.each([
    ['one letter', 'a'.repeat(100_000)],
    ['accents', `e${'\u0301'.repeat(99_999)}`],
    ['trouble words', 'down now not if help cannot '.repeat(3_600)],
    ['Japanese', 'システムが落ちています'.repeat(9_000)],
    ['nothing but marks', '!?."\''.repeat(20_000)],
    ['half characters', '\ud83d'.repeat(50_000)],
  ])('100 KB of %s is read in no time', (_, text) => {
    understand(text);
    const before = process.cpuUsage();
    understand(text);
    const { user, system } = process.cpuUsage(before);
    // 50 ms is promised; a collection of garbage may fall into it.
    expect((user + system) / 1_000).toBeLessThan(100);
  });

  test('nothing said is nothing understood', () => {
    for (const text of ['', '   ', '\n']) {
      expect(understand(text)).toMatchObject({ intent: 'other', urgent: false, confidence: 0 });
    }
  });
});
