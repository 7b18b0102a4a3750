import { createHmac } from 'node:crypto';

/** One webhook to be signed. */
export interface Webhook {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string | Buffer;
}

/**
 * The headers of Standard Webhooks (github.com/standard-webhooks/standard-webhooks, "Signature scheme"): HMAC-SHA256 over
 * id, time and body. A secret that begins with whsec_ is base64, any other is taken as it is written.
 */
export function signWebhook(
  { id, timestamp, body }: Webhook,
  secret: string,
): Record<string, string> {
  const isEncoded = secret.startsWith('whsec_');
  const key = isEncoded ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}
