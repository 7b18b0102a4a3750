import type { Request, Response } from 'express';
import type { Origin } from './origin.ts';

const secret = /^[a-z0-9]{40}$/;

/** The secret of the session that a browser brings; null when it brings none that could be one. */
export function sessionSecretOf(request: Request, origin: Origin): string | null {
  const wanted = nameOf(request, origin);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value && secret.test(value)) return value;
  }
  return null;
}

/** Gives the browser its secret. A link from chat brings it along (`Lax`); a form of another site does not. */
export function giveSecret(request: Request, response: Response, cookie: Cookie): void {
  const { origin, value, seconds } = cookie;
  const secure = origin.isSecure ? '; Secure' : '';
  response.append(
    'Set-Cookie',
    `${nameOf(request, origin)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
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
function nameOf(request: Request, { isSecure }: Origin): string {
  return isSecure ? '__Host-handrail' : `handrail_console_${request.socket.localPort}`;
}
