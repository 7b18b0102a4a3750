import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../../shared/clock.ts';
import { HandrailError, messageOf } from '../../../shared/errors.ts';
import { hour, minute, second, since } from '../../../shared/time.ts';

/** Who signs what Teams sends. */
export const botFrameworkIssuer = 'https://api.botframework.com';

/** A key of the issuer, and the channels for which it stands. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly endorsements: readonly string[];
}

/** The issuer's keys, kept for an hour and asked for again when an unknown one turns up. */
export interface SigningKeys {
  /** The key with this id, or null when the issuer has none such. Throws KeysUnavailableError while nothing is known. */
  find(id: string): Promise<SigningKey | null>;
}

/** The issuer cannot be asked for its keys, so nobody can tell yet whether a token is good. */
export class KeysUnavailableError extends HandrailError {
  readonly code = 'keys-unavailable';
}

/** Nobody makes us ask the issuer more often than this, whatever key ids they invent. */
const shortestPause = minute;
const longestAge = hour;
/** While there is no key at all, nothing can be taken in: it is tried again soon. */
const firstPause = 2 * second;
const patience = 5 * second;
const mostBytes = 1024 * 1024;
const mostKeys = 200;

const openIdSchema = z.object({ issuer: z.literal(botFrameworkIssuer), jwks_uri: z.url() });
const keysSchema = z.object({
  keys: z
    .array(
      z.object({
        kty: z.string(),
        kid: z.string(),
        n: z.string().optional(),
        e: z.string().optional(),
        endorsements: z.array(z.string()).optional(),
      }),
    )
    .max(mostKeys),
});

interface Known {
  readonly keys: ReadonlyMap<string, SigningKey>;
  readonly loadedAt: Date;
}

/** The keys that the OpenID document at this address leads to. Nothing is asked for before the first token. */
export function createSigningKeys(openIdUrl: string, clock: Clock): SigningKeys {
  let known: Known | null = null;
  let askedAt: Date | null = null;
  let asking: Promise<void> | null = null;
  let fault = '';

  async function load(): Promise<void> {
    try {
      known = { keys: await fetchKeys(openIdUrl), loadedAt: clock.now() };
    } catch (error) {
      fault = messageOf(error);
    }
  }

  /** Asks the issuer, unless it was asked a moment ago. */
  function refresh(pause: number): Promise<void> {
    if (asking) return asking;
    if (askedAt !== null && since(askedAt, clock.now()) < pause) return Promise.resolve();
    askedAt = clock.now();
    asking = load().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    find: async id => {
      if (!known) await refresh(firstPause);
      const isOld = known !== null && since(known.loadedAt, clock.now()) >= longestAge;
      if (isOld || (known && !known.keys.has(id))) await refresh(shortestPause);
      if (!known) throw new KeysUnavailableError(`The keys of Teams cannot be had: ${fault}`);
      return known.keys.get(id) ?? null;
    },
  };
}

async function fetchKeys(openIdUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = openIdSchema.parse(await fetchJson(openIdUrl));
  if (new URL(jwks_uri).origin !== new URL(openIdUrl).origin)
    throw new Error('The OpenID document leads to keys somewhere else.');
  const { keys } = keysSchema.parse(await fetchJson(jwks_uri));
  const found = new Map<string, SigningKey>();
  for (const { kid, kty, n, e, endorsements = [] } of keys) {
    if (kty !== 'RSA' || !n || !e) continue;
    const key = await importJWK({ kty, n, e }, 'RS256');
    // Raw bytes are a symmetric key, which nothing of theirs is.
    if (!(key instanceof Uint8Array)) found.set(kid, { key, endorsements });
  }
  return found;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) throw new Error(`${url} answered too much.`);
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
