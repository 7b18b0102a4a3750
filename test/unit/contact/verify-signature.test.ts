import { describe, expect, test } from '@jest/globals';
import { verifySignature } from '../../../src/adapters/contact/twilio/verify-signature.ts';

/** Twilio's own sample request; its signature as their library 6.3.1 computes it. */
const sample = {
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  form: {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675310',
    Digits: '1234',
    From: '+14158675310',
    To: '+18005551212',
  },
  signature: 'GvWf1cFY/Q7PnoempGyD5oXAezc=',
};

describe('a request of Twilio', () => {
  test('is known by its signature', () => {
    expect(verifySignature(sample, '12345')).toBe(true);
  });

  test.each([
    ['another token', sample, '12346'],
    ['another address', { ...sample, url: 'https://mycompany.com/myapp.php?foo=1&bar=3' }, '12345'],
    ['another field', { ...sample, form: { ...sample.form, Digits: '1' } }, '12345'],
    ['one field more', { ...sample, form: { ...sample.form, A: '' } }, '12345'],
    ['no signature', { ...sample, signature: undefined }, '12345'],
    ['half a signature', { ...sample, signature: 'GvWf1cFY' }, '12345'],
  ])('is not believed with %s', (_, request, token) => {
    expect(verifySignature(request, token)).toBe(false);
  });
});
