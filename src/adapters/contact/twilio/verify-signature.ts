import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request that says it is from Twilio. */
export interface TwilioRequest {
  /** The whole address, as Twilio called it. */
  readonly url: string;
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly signature: string | undefined;
}

/**
 * Is this from our own Twilio account? X-Twilio-Signature: HMAC-SHA1 over the address and every field in the order of
 * their names (twilio.com/docs/usage/security, "Validating requests").
 */
export function verifySignature(
  { url, form, signature }: TwilioRequest,
  authToken: string,
): boolean {
  if (!signature) return false;
  const expected = createHmac('sha1', authToken)
    .update(Buffer.from(url + signedFields(form), 'utf8'))
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signedFields(form: TwilioRequest['form']): string {
  return Object.keys(form)
    .sort()
    .map(name => {
      const value = form[name] ?? '';
      const values = typeof value === 'string' ? [value] : [...new Set(value)].sort();
      return values.map(each => name + each).join('');
    })
    .join('');
}
