import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Is this from PagerDuty? X-PagerDuty-Signature lists "v1=" and HMAC-SHA256 of the body, one for each secret in use
 * (developer.pagerduty.com, "Verifying Signatures").
 */
export function verifySignature(
  { body, signatures }: { readonly body: Buffer; readonly signatures: string | undefined },
  secret: string,
): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  return (signatures ?? '').split(',').some(each => {
    const [version, digits = ''] = each.trim().split('=');
    const given = Buffer.from(digits, 'hex');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
