import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the database keeps of a token: its SHA-256 as hex. The token itself is shown once and never stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** A new bearer token; the prefix lets secret scanners recognise it. */
export function newToken(): string {
  return `hrt_${randomBytes(32).toString('base64url')}`;
}

/** True when both hashes are equal, in the same time whatever they hold. */
export function isSameHash(a: string, b: string): boolean {
  const left = Buffer.from(a, 'utf8');
  const right = Buffer.from(b, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The token of an `Authorization: Bearer …` header, or null when there is none worth looking up. */
export function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer ([A-Za-z0-9._~+/=-]{16,256})$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
