import { describe, expect, test } from '@jest/globals';
import { phoneProblem } from '../../../src/setup/phone-number.ts';

describe('a number in the setup file', () => {
  test.each([
    ['+447911123456', 'sms'],
    ['+14158675310', 'sms'],
    ['+525512345678', 'voice'],
    ['+4930123456', 'voice'],
    ['+33123456789', 'voice'],
    // Numbers for examples and films.
    ['+15550100', 'sms'],
    ['+15550100101', 'voice'],
    ['+447700900101', 'sms'],
    ['+441632960001', 'voice'],
  ] as const)('%s is taken for %s', (number, via) => {
    expect(phoneProblem(number, via)).toBeNull();
  });

  test.each([
    ['07911123456', 'sms', 'with its country'],
    ['+44 7911 123456', 'sms', 'with its country'],
    ['+441234', 'voice', 'is no number that can be called'],
    ['+99999999999999', 'voice', 'is no number that can be called'],
    ['+5215512345678', 'sms', 'without the 1 after +52'],
    ['+4930123456', 'sms', 'is a fixed line, which takes no text messages'],
    ['+33123456789', 'sms', 'reach it by voice'],
  ] as const)('%s is refused for %s, and says why', (number, via, why) => {
    expect(phoneProblem(number, via)).toContain(why);
  });
});
