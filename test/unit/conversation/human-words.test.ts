import { describe, expect, test } from '@jest/globals';
import { spellings } from '../../../src/conversation/words/bare-words.ts';
import { readHumanWish } from '../../../src/conversation/words/human-wish.ts';
import { isCallForHelp, readPageCall } from '../../../src/conversation/words/human-words.ts';

describe('who asks for a human is understood', () => {
  test.each([
    'page',
    'Page.',
    'PAGE!!',
    'page please',
    'get a person',
    'Get me someone',
    'fetch someone',
    'can you get me a human please',
  ])('%s calls at once', text => {
    expect(readPageCall(text)).toEqual({ words: null, isCertain: true });
    expect(readHumanWish(text)).toBe('now');
  });

  test('takes the words along that follow "page"', () => {
    expect(readPageCall('page: the ledger is down')).toEqual({
      words: 'the ledger is down',
      isCertain: true,
    });
    expect(readPageCall('page 4 of the manual')).toEqual({
      words: '4 of the manual',
      isCertain: false,
    });
  });

  test.each([
    ['page the bank file is rejected', 'the bank file is rejected'],
    ['please page someone, the ledger is down', 'the ledger is down'],
    ['page Nora please', 'Nora please'],
  ])('%s calls with the words that follow', (text, words) => {
    expect(readPageCall(text)).toEqual({ words, isCertain: true });
  });

  test.each([
    'help',
    'HELP!',
    'please help me',
    'is anybody there??',
    'anyone?',
    'can anybody help',
  ])('%s is a cry', text => expect(isCallForHelp(text)).toBe(true));

  test.each([
    'help with the invoice',
    'can you help me with the report',
    'hello',
    'are we there yet',
  ])('%s is none', text => expect(isCallForHelp(text)).toBe(false));

  test.each([
    'can I talk to a person please',
    'I need a human, when I open the ledger it is empty',
    'please get someone, it stops after step 3',
    'can I talk to a person? I was told it would work by now',
    'call us if you can, we need a person now',
    'please send someone who knows the ledger',
    'I want to speak with a real human',
    'please call me',
    'I need someone here',
    'get my advocate',
    'somebody has to help us',
    'put me through to support',
  ])('%s asks for one now', text => {
    expect(readHumanWish(text)).toBe('now');
  });

  test.each([
    'could someone call me tomorrow',
    'please call us next week',
    'I need someone on Friday, no rush',
  ])('%s asks for one later', text => {
    expect(readHumanWish(text)).toBe('call-back');
  });

  test.each([
    'no need to call anyone',
    "you don't need to get someone",
    'who can I call',
    'how do I reach a person at night',
    'when will someone call me',
    'you promised to call me',
    'call me when it is done',
    'the page loads slowly',
    'page load is slow',
    'page after page of errors',
    'one more page in the manual',
  ])('%s asks for none', text => {
    expect(readPageCall(text)?.isCertain ?? false).toBe(false);
    expect([null, 'nobody']).toContain(readHumanWish(text));
  });
});

test('no bare answer to a question of ours calls a human', () => {
  const answers = Object.values(spellings).flatMap(list => list.split(','));
  expect(answers.filter(said => readPageCall(said.trim()) !== null)).toEqual([]);
});
