import { describe, expect, test } from '@jest/globals';
import * as rules from './rules.ts';
import { readSources } from './source.ts';

const sources = readSources('src');

describe('the house', () => {
  test('has rooms to look at', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(sources)).toEqual([]);
  });
});
