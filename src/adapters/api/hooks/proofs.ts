import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { signWebhook } from '../../../hooks/sign-webhook.ts';
import type { Signing } from '../../../hooks/signing.ts';
import { minute, second } from '../../../shared/time.ts';

/** A request as it came, before a byte of it is believed. */
export interface Knock {
  readonly headers: IncomingHttpHeaders;
  /** `?key=` of its address. */
  readonly key: string | null;
  readonly body: Buffer;
}

/** A request that is theirs, and what tells this delivery from any other. */
export interface Proven {
  readonly deliveryId: string;
}

interface Check {
  readonly secret: string;
  readonly now: Date;
}

type Prove = (knock: Knock, check: Check) => Proven | null;

/** A signature with a time is good for so long, before and after. */
const toleranceMilliseconds = 5 * minute;

/**
 * Every kind of proof. What names the delivery is always something the proof covers: a header that nobody signed could be
 * changed by whoever replays the rest.
 */
export const proofs: Readonly<Record<Signing, Prove>> = {
  standard({ headers, body }, { secret, now }) {
    const [id, at] = [header(headers, 'webhook-id'), header(headers, 'webhook-timestamp')];
    if (!id || !isNear(at, now)) return null;
    const signed = signWebhook({ id, timestamp: Number(at), body }, secret)['webhook-signature'];
    const given = header(headers, 'webhook-signature').split(' ').slice(0, 20);
    return given.some(one => isSame(one, signed ?? '')) ? { deliveryId: id.slice(0, 200) } : null;
  },
  github: (knock, { secret }) =>
    bodyProof(
      knock,
      header(knock.headers, 'x-hub-signature-256'),
      `sha256=${hex(secret, knock.body)}`,
    ),
  jira: (knock, { secret }) =>
    bodyProof(knock, header(knock.headers, 'x-hub-signature'), `sha256=${hex(secret, knock.body)}`),
  slack({ headers, body }, { secret, now }) {
    const at = header(headers, 'x-slack-request-timestamp');
    if (!isNear(at, now)) return null;
    const signed = Buffer.concat([Buffer.from(`v0:${at}:`), body]);
    const isTheirs = isSame(header(headers, 'x-slack-signature'), `v0=${hex(secret, signed)}`);
    return isTheirs ? { deliveryId: print(signed) } : null;
  },
  zendesk({ headers, body }, { secret, now }) {
    const at = header(headers, 'x-zendesk-webhook-signature-timestamp');
    if (!isNear(at, now)) return null;
    const signed = Buffer.concat([Buffer.from(at), body]);
    const expected = createHmac('sha256', secret).update(signed).digest('base64');
    const isTheirs = isSame(header(headers, 'x-zendesk-webhook-signature'), expected);
    return isTheirs ? { deliveryId: print(body) } : null;
  },
  pagerduty(knock, { secret }) {
    const given = header(knock.headers, 'x-pagerduty-signature').split(',').slice(0, 20);
    const expected = `v1=${hex(secret, knock.body)}`;
    return given.some(one => isSame(one.trim(), expected)) ? bodyOf(knock) : null;
  },
  gitlab: (knock, { secret }) => bodyProof(knock, header(knock.headers, 'x-gitlab-token'), secret),
  bearer: (knock, { secret }) =>
    bodyProof(knock, carriedIn(header(knock.headers, 'authorization')), secret),
  address: (knock, { secret }) => bodyProof(knock, knock.key ?? '', secret),
};

/** The secret in an Authorization header: a bearer token, or the password of Basic. */
function carriedIn(authorization: string): string {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) (\S{1,500})$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return value;
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
}

function bodyProof(knock: Knock, given: string, expected: string): Proven | null {
  return isSame(given, expected) ? bodyOf(knock) : null;
}

/** Where nothing but the body is sure, the same body is the same delivery. */
function bodyOf({ body }: Knock): Proven {
  return { deliveryId: print(body) };
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function hex(secret: string, signed: Buffer): string {
  return createHmac('sha256', secret).update(signed).digest('hex');
}

function print(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** In the same time, whatever differs, and however long they are. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Seconds since 1970, or a date as Zendesk writes it. */
function isNear(at: string, now: Date): boolean {
  const moment = /^\d{9,11}$/.test(at) ? Number(at) * second : dated(at);
  return Math.abs(now.getTime() - moment) <= toleranceMilliseconds;
}

function dated(at: string): number {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.test(at) ? Date.parse(at) : Number.NaN;
}
