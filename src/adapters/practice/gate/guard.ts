import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { isLoopback } from '../../../shared/loopback.ts';
import { HttpProblem } from '../../api/problem.ts';

/** Refuses everything but a browser on this machine that was pointed here on purpose. */
export interface Guard {
  /** For every address of the room. */
  readonly read: RequestHandler;
  /** For those that change something, after the body was read: same origin and our own form. */
  readonly write: RequestHandler;
  /** The value a form must send back; sets the cookie it belongs to when there is none yet. */
  token(request: Request, response: Response): string;
}

/** A guard with a secret of its own, so that a cookie planted by somebody else is worth nothing. */
export function createGuard(secret: Buffer = randomBytes(32)): Guard {
  const sign = (cookie: string) => createHmac('sha256', secret).update(cookie).digest('hex');
  return {
    read(request, response, next) {
      assertHere(request);
      response.set(pageHeaders);
      next();
    },
    write(request, _response, next) {
      assertSameOrigin(request);
      const cookie = cookieOf(request);
      const token = formToken(request.body);
      if (!cookie || !isEqual(token, sign(cookie)))
        throw refused('stale-form', 'This form is out of date. Reload the page and try again.');
      next();
    },
    token(request, response) {
      const known = cookieOf(request);
      const cookie = known ?? randomBytes(32).toString('hex');
      if (!known)
        response.append(
          'Set-Cookie',
          `${cookieName(request)}=${cookie}; Path=/; HttpOnly; SameSite=Strict`,
        );
      return sign(cookie);
    },
  };
}

// No inline script or style, nothing from elsewhere, in nobody's frame. `same-origin` and not `no-referrer`:
// with the latter browsers send "Origin: null" with our own forms (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};

// A name that resolves to 127.0.0.1 (DNS rebinding) and a tunnel that forwards the public here both show in these headers.
function assertHere(request: Request): void {
  const port = request.socket.localPort;
  const host = (request.headers.host ?? '').toLowerCase();
  const own = ['127.0.0.1', 'localhost', '[::1]'].flatMap(name =>
    port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
  );
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host'].some(
    name => request.headers[name] !== undefined,
  );
  if (!own.includes(host) || isForwarded || !isLocal(request.socket.remoteAddress))
    throw refused(
      'elsewhere',
      `The practice room is for this machine alone. Open http://127.0.0.1:${port}/ in a browser here.`,
    );
}

function isLocal(address: string | undefined): boolean {
  return isLoopback(address ?? '');
}

function assertSameOrigin(request: Request): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  const isOurOrigin = origin === undefined || origin === `http://${request.headers.host}`;
  if (!isOurs || !isOurOrigin)
    throw refused('other-site', 'Another site may not do anything here.');
}

/** Refuses a request that another site's page made. */
export const sameSite: RequestHandler = (request, _response, next) => {
  assertSameOrigin(request);
  next();
};

function refused(code: string, detail: string): HttpProblem {
  return new HttpProblem([403, code], detail);
}

// Browsers share cookies between the ports of one host.
function cookieName(request: Request): string {
  return `handrail_room_${request.socket.localPort}`;
}

function cookieOf(request: Request): string | null {
  const wanted = cookieName(request);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value && /^[0-9a-f]{64}$/.test(value)) return value;
  }
  return null;
}

function formToken(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : '';
  return typeof token === 'string' ? token : '';
}

function isEqual(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
