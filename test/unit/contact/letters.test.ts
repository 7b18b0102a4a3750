import { describe, expect, test } from '@jest/globals';
import { answerSubject } from '../../../src/adapters/contact/letters/letter-ref.ts';
import { isProven, secretAddress } from '../../../src/adapters/contact/letters/proof.ts';
import { withoutQuotation } from '../../../src/adapters/contact/letters/without-quotation.ts';

const trust = {
  secret: 'a-secret-of-sixteen-or-more',
  server: 'mx.vendor.example',
  mailbox: 'handrail@vendor.example',
};
const from = 'daniel@northwind.example';

describe('who really wrote a letter', () => {
  const proven = (results: string[], to: string[] = []) => isProven({ from, to, results }, trust);

  test.each([
    ['DMARC', 'mx.vendor.example; dmarc=pass (p=reject) header.from=northwind.example'],
    ['a signature of their domain', 'mx.vendor.example; dkim=pass header.d=northwind.example'],
    [
      'the same as a mailbox',
      'mx.vendor.example 1; dkim=pass header.i=@northwind.example; spf=none',
    ],
    ['their server', 'mx.vendor.example; spf=pass smtp.mailfrom=bounce@northwind.example'],
  ])('%s vouches for them', (_, line) => expect(proven([line])).toBe(true));

  test.each([
    ['nothing at all', []],
    ['a server that is not ours', ['mx.evil.example; dmarc=pass header.from=northwind.example']],
    [
      'a line under that of our server',
      [
        'mx.vendor.example; dmarc=fail',
        'mx.vendor.example; dmarc=pass header.from=northwind.example',
      ],
    ],
    ['another domain', ['mx.vendor.example; dkim=pass header.d=evil.example']],
    ['a domain that only ends so', ['mx.vendor.example; dkim=pass header.d=evilnorthwind.example']],
    ['a failure', ['mx.vendor.example; dkim=fail header.d=northwind.example']],
    ['a comment', ['mx.vendor.example; dkim=none (x; dmarc=pass header.from=northwind.example)']],
    [
      'a quoted reason',
      ['mx.vendor.example; dkim=fail reason="; dmarc=pass header.from=northwind.example"'],
    ],
    [
      'our name at the beginning of another',
      ['mx.vendor.example.evil.example; dmarc=pass header.from=northwind.example'],
    ],
  ])('%s does not', (_, lines) => expect(proven(lines)).toBe(false));

  test('their own secret address does, and nobody else’s', () => {
    expect(proven([], [secretAddress(from, trust)])).toBe(true);
    expect(proven([], [secretAddress('grace@northwind.example', trust)])).toBe(false);
    expect(proven([], [trust.mailbox])).toBe(false);
  });
});

describe('what somebody wrote in a letter', () => {
  test.each([
    ['On Fri, 6 Mar 2026 at 18:02, Handrail <handrail@vendor.example> wrote:\n> How is it?'],
    ['On Fri, 6 Mar 2026 at 18:02, Handrail\n<handrail@vendor.example> wrote:\n> How is it?'],
    ['Am 06.03.26 um 18:02 schrieb Handrail:\n> Wie sieht es aus?'],
    ['Le ven. 6 mars 2026 à 18:02, Handrail a écrit :\n> Comment ça va ?'],
    ['El vie, 6 mar 2026 a las 18:02, Handrail escribió:\n> ¿Cómo va?'],
    ['-----Original Message-----\nFrom: Handrail\nSent: Friday\n\nHow is it?'],
    ['________________________________\nFrom: Handrail\nSent: Friday\n\nHow is it?'],
    [
      'From: Handrail <handrail@vendor.example>\nSent: Friday, March 6, 2026\nTo: Daniel\n\nHow is it?',
    ],
    ['-- \nDaniel Reyes\nNorthwind'],
    ['> How is it?'],
  ])('is kept without what it answers: %j', quoted => {
    expect(withoutQuotation(`The totals are off.\r\nBy 40,000.\r\n\r\n${quoted}`)).toBe(
      'The totals are off.\nBy 40,000.',
    );
  });

  test('is kept where it only looks like a quotation', () => {
    const words =
      'From: the warehouse we hear nothing.\nOn Monday it wrote: nothing, and stopped\nPage';
    expect(withoutQuotation(words)).toBe(words);
  });
});

test('a thread keeps its subject, with one "Re:"', () => {
  expect(['The totals', 'Re: The totals', 'AW: Re: The totals'].map(answerSubject)).toEqual(
    Array(3).fill('Re: The totals'),
  );
});
