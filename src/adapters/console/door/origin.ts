import type { Request } from 'express';
import { isLoopback } from '../../../shared/loopback.ts';
import { HttpProblem } from '../../api/problem.ts';

/** Where the console is reached, and what follows from it. */
export interface Origin {
  /** "https://handrail.example", without a slash at its end. */
  readonly base: string;
  readonly isSecure: boolean;
}

/** Where the console is reached. Over plain http it is opened on this machine alone: a session must not be overheard. */
export function originOf(publicUrl: string): Origin | null {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isSecure = protocol === 'https:';
  return isSecure || isLoopback(hostname) ? { base: origin, isSecure } : null;
}

/** Refuses a form that another site's page sent. Every browser says with a POST where its page came from. */
export function assertSameOrigin(request: Request, { base, isSecure }: Origin): void {
  const site = request.headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  const own = isSecure ? [base] : [base, ...loopbacks(request.socket.localPort)];
  if (!isOurs || origin === undefined || !own.includes(origin))
    throw new HttpProblem([403, 'other-site'], 'Another site may not do anything here.');
}

function loopbacks(port: number | undefined): string[] {
  return ['127.0.0.1', 'localhost', '[::1]'].map(name => `http://${name}:${port}`);
}
