import { expect, test } from '@jest/globals';
import { ruleNames } from '../../../../src/requests/rules.ts';
import type { Verdict } from './judge-requests.ts';

/** Four hundred labelled requests: each is said to be wrong as it is, no other is, and every rule holds its share. */
export function proveRules(verdicts: readonly Verdict[]): void {
  test('what is wrong with four hundred requests is said, and nothing else', () => {
    expect(verdicts.length).toBeGreaterThanOrEqual(400);
    const misses = verdicts
      .filter(({ wrong, said }) => [...wrong].sort().join() !== [...said].sort().join())
      .map(
        ({ work, wrong, said }) =>
          `${work.externalId} ${work.title}: ${wrong.join(' ') || 'right'}, said ${said.join(' ') || 'nothing'}`,
      );
    expect(misses).toEqual([]);
  });

  test.each(ruleNames)('%s is found nine times of ten, and is true nine times of ten', rule => {
    const meant = verdicts.filter(({ wrong }) => wrong.includes(rule));
    const said = verdicts.filter(({ said: all }) => all.includes(rule));
    const both = said.filter(({ wrong }) => wrong.includes(rule)).length;
    expect(meant.length).toBeGreaterThanOrEqual(6);
    expect(both / meant.length).toBeGreaterThanOrEqual(0.9);
    expect(both / said.length).toBeGreaterThanOrEqual(0.9);
  });
}
