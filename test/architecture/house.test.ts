import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { homes } from './ranks.ts';
import * as rules from './rules.ts';
import { readSources } from './source.ts';

const sources = readSources('src');

describe('the house', () => {
  test('has rooms to look at', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  test('needs nothing that whoever installs it would not get', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const needed = Object.keys(homes).filter(name => !name.startsWith('node:'));
    expect(needed.filter(name => !(name in dependencies))).toEqual([]);
  });

  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(sources)).toEqual([]);
  });
});
