import { describe, expect, test } from '@jest/globals';
import {
  nearCommands,
  parseCommand,
} from '../../../src/conversation/vendor-desk/commands/parse-command.ts';
import { matchName } from '../../../src/conversation/words/names.ts';
import { nearest } from '../../../src/conversation/words/near-words.ts';
import { slipsBetween } from '../../../src/understanding/slip.ts';

describe('a slip of the fingers is forgiven by asking', () => {
  test.each([
    ['northwind', 'northwind', 0],
    ['nortwind', 'northwind', 1],
    ['northwidn', 'northwind', 1],
    ['northwinds', 'northwind', 1],
    ['cadnece', 'cadence', 1],
    ['', 'abc', 3],
  ])('%s is %s with %i slips', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
    expect(slipsBetween(b, a)).toBe(slips);
  });

  test('suggests near words only, nearest first', () => {
    expect(nearest('nortwind', ['northwind', 'lakeside'])).toEqual(['northwind']);
    expect(nearest('log', ['lag'])).toEqual([]);
    expect(nearCommands('portfolo')).toEqual(['portfolio']);
    expect(nearCommands('mielstone backup done')).toContain('milestone');
  });
});

describe('a name is found exactly, by its beginning, by a word in it, or nearly', () => {
  const known = [
    { id: 'northwind', name: 'Northwind Traders' },
    { id: 'northlake', name: 'Northlake' },
    { id: 'lakeside', name: 'Lakeside' },
  ];
  test.each([
    ['northwind', 'one', ['northwind']],
    ['Northwind Traders', 'one', ['northwind']],
    ['traders', 'one', ['northwind']],
    ['north', 'several', ['northwind', 'northlake']],
    ['nortwind', 'near', ['northwind']],
    ['acme', 'none', []],
  ])('%s', (said, kind, ids) => {
    const match = matchName(said, known);
    const found = match.kind === 'none' ? [] : match.kind === 'one' ? [match.found] : match.found;
    expect([match.kind, found.map(({ id }) => id)]).toEqual([kind, ids]);
  });
});

describe('a command is its first words', () => {
  test.each([
    ['log northwind: the queue is full', 'log', 'northwind: the queue is full'],
    ['LOG: done', 'log', 'done'],
    ['/portfolio', 'portfolio', ''],
    ['pass to Ada', 'reassign', 'Ada'],
    ["who's on call?", 'on-call', ''],
    ['who northwind', 'who', 'northwind'],
    ['ack', 'ack', ''],
    ['I have it.', 'ack', ''],
    ['pages', 'pages', ''],
    ['page northwind: fire', 'page', 'northwind: fire'],
  ])('%s', (text, name, said) => {
    expect(parseCommand(text)).toEqual({ name, said });
  });

  test.each(['logging is broken', 'pager', 'hello there', ''])('"%s" is none', text => {
    expect(parseCommand(text)).toBeNull();
  });
});
