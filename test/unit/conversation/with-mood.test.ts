import { describe, expect, test } from '@jest/globals';
import { withMood } from '../../../src/conversation/words/with-mood.ts';
import { understand } from '../../../src/understanding/understand.ts';

const intentOf = (text: string) => withMood(understand(text), text).intent;

describe('how somebody feels is set right by what their words say and deny', () => {
  test.each([
    ['not bad at all', 'thanks'],
    ['we are fine, thanks', 'thanks'],
    ['nicht so toll', 'worried'],
    ['todo va mal', 'worried'],
    ["it's not going well", 'worried'],
    ['all good but the numbers are wrong', 'help'],
    ['this is taking forever', 'complaint'],
    ['the coffee is cold', 'other'],
  ])('%s', (text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });

  test('what is urgent stays urgent', () => {
    const text = 'nothing is good, nobody can post, the ledger is down for everyone';
    expect(withMood(understand(text), text)).toMatchObject({ urgent: true, intent: 'help' });
  });
});
