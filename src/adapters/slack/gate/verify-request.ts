import { createHmac, timingSafeEqual } from 'node:crypto';
import { minute, second } from '../../../shared/time.ts';

/** A request as it arrived, before anything in it is believed. */
export interface SignedRequest {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/** `untimely`: signed by Slack, for another time than ours. */
export type RequestVerdict = 'genuine' | 'untimely' | 'forged';

/** Slack's own limit; we hold it in both directions, for a clock that is ahead is a way to replay later. */
const tolerance = 5 * minute;

/**
 * Is this from Slack, and from now? Signature v0: HMAC-SHA256 over "v0:TIMESTAMP:BODY"
 * (docs.slack.dev/authentication/verifying-requests-from-slack).
 */
export function verifyRequest(
  { timestamp, signature, body }: SignedRequest,
  { secret, now }: { readonly secret: string; readonly now: Date },
): RequestVerdict {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'forged';
  if (!/^v0=[0-9a-f]{64}$/.test(signature)) return 'forged';
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature.slice(3), 'hex'))) return 'forged';
  const apart = Math.abs(now.getTime() - Number(timestamp) * second);
  return apart <= tolerance ? 'genuine' : 'untimely';
}
