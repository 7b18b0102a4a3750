import type { Request, Response } from 'express';
import { z } from 'zod';
import { minute, second } from '../../../shared/time.ts';
import { readCookie, writeCookie } from './cookie.ts';
import type { Origin } from './origin.ts';
import type { Errand } from './provider.ts';

const written = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** As long as somebody may take to prove themselves at the provider. */
const kept = 10 * minute;

/** What the browser keeps while it is at the provider; null when it went there from another browser, or too long ago. */
export function errandOf(request: Request, origin: Origin): Errand | null {
  const value = readCookie(request, { origin, purpose: 'errand' });
  if (value === null) return null;
  try {
    return written.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    // What is not ours is no errand.
    return null;
  }
}

/** Gives the browser what it must bring back; null takes it away. */
export function keepErrand(
  request: Request,
  response: Response,
  { origin, errand }: { readonly origin: Origin; readonly errand: Errand | null },
): void {
  const value = errand ? Buffer.from(JSON.stringify(errand)).toString('base64url') : '';
  const seconds = errand ? kept / second : 0;
  writeCookie(request, response, { origin, purpose: 'errand', value, seconds });
}
