import express, { type IRouter, type Request, type RequestHandler, type Response } from 'express';
import type { Nudge } from '../../../engine/runner.ts';
import type { Ports } from '../../../shared/database.ts';
import { refuseMethod } from '../methods.ts';
import { HttpProblem } from '../problem.ts';
import type { Rate } from '../rate-limit.ts';
import { onceKeyOf } from './answer-once.ts';
import type { Bearer } from './bearer.ts';
import { carryOut } from './carry-out.ts';
import { assertMay, createGate, type Gate } from './identify.ts';
import { openApi } from './open-api.ts';
import type { Operation, RawCall } from './operation.ts';
import { operations } from './operations.ts';

export interface ApiParts {
  readonly ports: Ports;
  /** Called after commit, so that nothing waits for the tick. */
  readonly nudge: Nudge;
  /** What one token may send; a steady 4 a second when left out. */
  readonly rate?: Rate;
}

const root = '/api/v1';
const usualLimit = 256 * 1024;

/** `/api/v1`: everything other systems can do, from one list of operations. */
export function mountApi(app: IRouter, parts: ApiParts): void {
  const gate = createGate(parts.ports, parts.rate);
  app
    .route(`${root}/openapi.json`)
    .get((_request, response) => {
      response.set('Cache-Control', 'no-cache').json(openApi());
    })
    .all(refuseMethod('GET'));
  for (const path of new Set(operations.map(one => one.path))) {
    const route = app.route(`${root}${path.replace(/\{(\w+)\}/g, ':$1')}`);
    const here = operations.filter(one => one.path === path);
    for (const operation of here) route[operation.method](...handlers(operation, gate, parts));
    route.all(refuseMethod(here.map(({ method }) => method.toUpperCase()).join(', ')));
  }
}

function handlers(operation: Operation, gate: Gate, parts: ApiParts): RequestHandler[] {
  const identify: RequestHandler = async (request, response, next) => {
    const bearer = await gate.admit(request, response);
    const { customerId } = request.params;
    assertMay(bearer, operation, typeof customerId === 'string' ? customerId : undefined);
    response.locals.bearer = bearer;
    next();
  };
  const answer: RequestHandler = (request, response) =>
    handle(operation, parts, { request, response });
  if (!operation.body) return [identify, answer];
  return [identify, requireJson, readBody(operation.bodyLimit ?? usualLimit), answer];
}

const isJson = (request: { headers: { 'content-type'?: string } }): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');

const readBody = (limit: number) =>
  express.json({ limit, inflate: false, strict: false, type: isJson });

const requireJson: RequestHandler = (request, _response, next) => {
  if (!isJson(request))
    throw new HttpProblem([415, 'not-json'], 'Send "Content-Type: application/json".');
  next();
};

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

async function handle(
  operation: Operation,
  { ports, nudge }: ApiParts,
  { request, response }: Exchange,
): Promise<void> {
  const call = callOf(request, response.locals.bearer);
  const once =
    operation.method === 'post' ? onceKeyOf(request.get('idempotency-key'), request.path) : null;
  const answered = await carryOut(ports, { operation, call, once });
  const { status, body, text, headers, isNews, lanes } = answered;
  if (isNews) nudge(lanes);
  response.status(status).set('Cache-Control', 'no-store');
  if (headers) response.set(headers);
  if (text) response.type(text.type).send(text.words);
  else if (body === undefined) response.end();
  else response.json(body);
}

function callOf(request: Request, bearer: Bearer): RawCall {
  const params = Object.entries(request.params).map(([name, value]) => [name, String(value)]);
  return {
    bearer,
    params: Object.fromEntries(params),
    ifMatch: request.get('if-match') ?? null,
    query: { ...request.query },
    body: request.body,
  };
}
