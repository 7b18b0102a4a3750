import { describe, expect, test } from '@jest/globals';
import { ownWords } from '../../../src/conversation/arrival/own-words.ts';

describe('what somebody said themselves', () => {
  test.each([
    ['a quoted line before', '> page\nis that for us?', 'is that for us?'],
    ['a quoted line after', 'yes\n> Shall I get someone now?', 'yes'],
    [
      'several quotations',
      '> the ledger is down\nnot here\n>> page\nall fine',
      'not here\nall fine',
    ],
    ['a quotation alone', '> page', ''],
    [
      'a mail that is answered',
      'thanks\n\nOn Fri, 6 Mar 2026 at 18:20, Nora wrote:\npage',
      'thanks',
    ],
    ['a German one', 'danke\nAm 06.03.2026 um 18:20 schrieb Nora Whitfield:\npage', 'danke'],
    ['a French one', 'merci\nLe ven. 6 mars 2026, Nora a écrit :\npage', 'merci'],
    ['a forwarded mail', 'fyi\n---------- Forwarded message ---------\nSOS', 'fyi'],
    ["Outlook's chain", 'see below\n-----Original Message-----\nFrom: x\nall down', 'see below'],
    ['a header alone', 'for you\nFrom: Nora <nora@example.com>\npage', 'for you'],
  ])('is without %s', (_what, text, own) => {
    expect(ownWords(text)).toBe(own);
  });

  test.each([
    '> 50 users are stuck',
    'sales > stock, is that right?',
    'On Friday we wrote: page 4',
    'from: 8 to: 9 the ledger is down',
    'a -> b fails',
  ])('keeps "%s" as it is', text => {
    expect(ownWords(text)).toBe(text);
  });
});
