import { z } from 'zod';
import { isLoopback } from './loopback.ts';

/** A value that must match a pattern; `what` says what to write instead, never what was written (it may be a secret). */
export function like(pattern: RegExp, what: string) {
  return z.string().regex(pattern, what).optional();
}

/** An address with one of these protocols; `what` says what to write instead. */
export function url(protocols: readonly string[], what: string) {
  const fits = (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
  return z.string().refine(fits, what).optional();
}

/** Who vouches for people: over https, or on this machine for tests. */
export function issuerUrl(what: string) {
  const fits = (text: string) => {
    const address = URL.parse(text);
    return address?.protocol === 'https:' || isLoopback(address?.hostname ?? '');
  };
  return z.string().refine(fits, what).optional();
}

/** An address of this machine: another service's stand-in for tests. */
export function loopbackUrl(what: string) {
  const fits = (text: string) => URL.canParse(text) && isLoopback(new URL(text).hostname);
  return z.string().refine(fits, what).optional();
}
