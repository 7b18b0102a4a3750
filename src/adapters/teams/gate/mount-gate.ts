import type { InvokeResponse } from 'botbuilder';
import express, { type IRouter, type Request, type RequestHandler, type Response } from 'express';
import type { Clock } from '../../../shared/clock.ts';
import type { Logger } from '../../../shared/logger.ts';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { Refusals } from '../../api/refusals.ts';
import { endpointsOf, type TeamsWay } from '../account/endpoints.ts';
import { activitySchema } from './activity.ts';
import { checkToken, type TokenWord } from './check-token.ts';
import { type Believed, judgeActivity } from './judge-activity.ts';
import { createSigningKeys, KeysUnavailableError, type SigningKeys } from './signing-keys.ts';

export interface GateParts {
  readonly way: TeamsWay;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly refusals: Refusals;
  /** What is done with an activity that may be believed. What it resolves with is the answer: once it is safe with us. */
  readonly take: (believed: Believed) => Promise<InvokeResponse>;
}

/** Larger than anything Teams sends to a bot. */
const mostBytes = '256kb';

/**
 * Puts the gate at `POST /api/messages`. Nothing behind it runs, and no byte of the body is read, before the
 * token is known to be good.
 */
export function mountGate(app: IRouter, parts: GateParts): void {
  const { openIdUrl, hosts } = endpointsOf(parts.way);
  const keys = openIdUrl ? createSigningKeys(openIdUrl, parts.clock) : null;
  app.post(
    '/api/messages',
    requireJson,
    keys ? requireToken(parts, keys) : requireHere,
    express.json({ limit: mostBytes, inflate: false, type: () => true }),
    async (request: Request, response: Response) => {
      const parsed = activitySchema.safeParse(request.body);
      if (!parsed.success) throw new HttpProblem([400, 'no-activity'], 'This is no activity.');
      const word: TokenWord | null = response.locals.word ?? null;
      const believed = judgeActivity(parsed.data, { account: parts.way, hosts, word });
      if (!believed) throw refused();
      const { status, body } = await parts.take(believed);
      response.status(status).set('Cache-Control', 'no-store');
      if (body === undefined) response.end();
      else response.json(body);
    },
  );
  app.all('/api/messages', refuseMethod('POST'));
}

function refused(): HttpProblem {
  return new HttpProblem(
    [401, 'not-teams'],
    'This was not signed by Microsoft Teams for this app.',
  );
}

function requireJson(request: Request, _response: Response, next: () => void): void {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpProblem([415, 'not-json'], 'Send "Content-Type: application/json".');
  next();
}

function requireToken(
  { way, clock, logger, refusals }: GateParts,
  keys: SigningKeys,
): RequestHandler {
  const appId = way.kind === 'tenant' ? way.appId : '';
  return async (request, response, next) => {
    try {
      const { authorization } = request.headers;
      const word = await checkToken(authorization, { keys, appId, now: clock.now() });
      if (typeof word === 'string') refusals.note(word);
      else refusals.accept();
      response.locals.word = typeof word === 'string' ? null : word;
    } catch (error) {
      if (!(error instanceof KeysUnavailableError)) throw error;
      logger.warn({ cause: error.message }, 'an activity of Teams could not be checked');
      throw new HttpProblem([503, 'no-keys'], 'Not ready to check signatures. Send it again.', {
        headers: { 'Retry-After': '5' },
      });
    }
    if (!response.locals.word) throw refused();
    next();
  };
}

// Without signatures only programs of this machine are believed: no web page that found its way here (Origin, a name
// that resolves to 127.0.0.1) and nothing that was forwarded.
function requireHere(request: Request, _response: Response, next: () => void): void {
  const { headers, socket } = request;
  const host = (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  const isHere = /^(::1|(::ffff:)?127(\.\d+){3})$/.test(socket.remoteAddress ?? '');
  const isForwarded = ['forwarded', 'x-forwarded-for', 'origin'].some(
    name => headers[name] !== undefined,
  );
  if (!isHere || isForwarded || !['127.0.0.1', 'localhost', '[::1]'].includes(host))
    throw refused();
  next();
}
