import type { Request, Response } from 'express';
import type { Ports } from '../../../shared/database.ts';
import { HttpProblem } from '../problem.ts';
import { type Allowance, createRateLimit, type Rate, type RateLimit } from '../rate-limit.ts';
import { bearerOf } from '../token.ts';
import { type Bearer, reaches } from './bearer.ts';
import { findBearer } from './find-bearer.ts';
import type { Operation } from './operation.ts';

/** Who may come in, and how often. */
export interface Gate {
  /** Who is sending, and may they send so much? Throws the problem to answer with. */
  admit(request: Request, response: Response): Promise<Bearer>;
}

const strangersRate: Rate = { burst: 30, perSecond: 1 };
/** What one token may send when nobody said. */
const bearersRate: Rate = { burst: 120, perSecond: 4 };

/** A gate that counts in this process's memory. */
export function createGate(ports: Ports, rate: Rate = bearersRate): Gate {
  const strangers = createRateLimit(strangersRate);
  const bearers = createRateLimit(rate);
  return {
    async admit(request, response) {
      const now = ports.clock.now();
      const token = bearerOf(request.headers.authorization);
      const bearer = token ? await findBearer(ports, token) : null;
      if (!bearer) {
        slowDown(strangers.take(request.socket.remoteAddress ?? '', now));
        throw new HttpProblem([401, 'no-token'], 'Send a valid token: "Authorization: Bearer …".', {
          headers: { 'WWW-Authenticate': 'Bearer realm="handrail"' },
        });
      }
      const allowance = bearers.take(bearer.id, now);
      response.set(rateHeaders(bearers, allowance));
      slowDown(allowance);
      return bearer;
    },
  };
}

/** Refuses what this bearer may not do, or not for this customer. Throws the problem to answer with. */
export function assertMay(
  bearer: Bearer,
  { may }: Operation,
  customerId: string | undefined,
): void {
  // The same answer for a customer of somebody else and for none at all.
  if (customerId !== undefined && !reaches(bearer, customerId)) throw noCustomer();
  if (bearer.may.includes(may)) return;
  throw new HttpProblem(
    [403, 'may-not'],
    `This token may ${bearer.may.join(', ') || 'nothing'}; this needs "${may}" (token create --may).`,
  );
}

/** As the IETF's draft "RateLimit header fields for HTTP" has them. */
function rateHeaders({ rate }: RateLimit, { left, fullSeconds }: Allowance) {
  const window = Math.ceil(rate.burst / rate.perSecond);
  return {
    'RateLimit-Policy': `"token";q=${rate.burst};w=${window}`,
    RateLimit: `"token";r=${left};t=${fullSeconds}`,
  };
}

function slowDown({ waitSeconds: seconds }: Allowance): void {
  if (seconds === 0) return;
  throw new HttpProblem([429, 'too-many'], `Too many requests. Try again in ${seconds} s.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}

/** The answer about a customer that this token does not reach, or that there is none. */
export function noCustomer(): HttpProblem {
  return new HttpProblem([404, 'no-customer'], 'This token reaches no such customer.');
}
