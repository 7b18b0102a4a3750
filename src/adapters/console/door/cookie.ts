import type { Request, Response } from 'express';
import type { Origin } from './origin.ts';

const secret = /^[a-z0-9]{40}$/;

/** The secret of the session that a browser brings; null when it brings none that could be one. */
export function sessionSecretOf(request: Request, origin: Origin): string | null {
  const value = readCookie(request, { origin, purpose: 'session' });
  return value !== null && secret.test(value) ? value : null;
}

/** Gives the browser its secret. */
export function giveSecret(request: Request, response: Response, cookie: Cookie): void {
  writeCookie(request, response, { ...cookie, purpose: 'session' });
}

interface Purposed {
  readonly origin: Origin;
  readonly purpose: 'session' | 'errand';
}

/** What a browser brings in one of our cookies; null when it brings none. */
export function readCookie(request: Request, { origin, purpose }: Purposed): string | null {
  const wanted = nameOf(request, { origin, purpose });
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value) return value;
  }
  return null;
}

/** Gives the browser a cookie. A link from elsewhere brings it along (`Lax`); a form of another site does not. */
export function writeCookie(
  request: Request,
  response: Response,
  { origin, purpose, value, seconds }: Cookie & Purposed,
): void {
  const secure = origin.isSecure ? '; Secure' : '';
  response.append(
    'Set-Cookie',
    `${nameOf(request, { origin, purpose })}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
  );
}

export interface Cookie {
  readonly origin: Origin;
  readonly value: string;
  /** 0 takes it away. */
  readonly seconds: number;
}

// No other host can set a cookie of the name __Host-…; browsers take it over https alone (RFC 6265bis, 4.1.3.2). On this
// machine they share cookies between the ports of one host.
function nameOf(request: Request, { origin, purpose }: Purposed): string {
  const { localPort } = request.socket;
  const name = origin.isSecure ? '__Host-handrail' : `handrail_console_${localPort}`;
  return purpose === 'session' ? name : `${name}_${purpose}`;
}
