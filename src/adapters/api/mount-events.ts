import express, { type Express, type Request, type Response } from 'express';
import type { Ports, Trip } from '../../shared/database.ts';
import { notifyAskers } from '../../situation/notify-askers.ts';
import { type Recorded, recordExternalEvent } from '../../timeline/record-external-event.ts';
import { type EventBody, readEventBody } from './event-body.ts';
import { type Bearer, findToken } from './find-token.ts';
import { refuseMethod } from './methods.ts';
import { HttpProblem } from './problem.ts';
import { createRateLimit, type Rate, type RateLimit } from './rate-limit.ts';
import { bearerOf } from './token.ts';

export interface EventsParts {
  readonly ports: Ports;
  /** Called after commit, so that nothing waits for the tick. */
  readonly nudge: () => void;
  /** What one token may send; a steady 4 a second when left out. */
  readonly rate?: Rate;
}

const path = '/api/v1/customers/:customerId/events';
const bodyLimit = 256 * 1024;
const strangersRate: Rate = { burst: 30, perSecond: 1 };

/** `POST /api/v1/customers/:id/events`: another system tells one fact about one customer. */
export function mountEvents(app: Express, parts: EventsParts): void {
  const { ports } = parts;
  const strangers = createRateLimit(strangersRate);
  const bearers = createRateLimit(parts.rate ?? { burst: 120, perSecond: 4 });
  const readBody = express.json({ limit: bodyLimit, inflate: false, strict: false, type: isJson });

  app
    .route(path)
    .post(
      async (request, response, next) => {
        response.locals.bearer = await identify(request, { ports, strangers, bearers });
        next();
      },
      requireJson,
      readBody,
      async (request, response) => {
        await handleEvent(request, response, parts);
      },
    )
    .all(refuseMethod('POST'));
}

interface Gate {
  readonly ports: Ports;
  readonly strangers: RateLimit;
  readonly bearers: RateLimit;
}

/** Who is sending, and may they send about this customer now? Throws the problem to answer with. */
async function identify(request: Request, { ports, strangers, bearers }: Gate): Promise<Bearer> {
  const now = ports.clock.now();
  const token = bearerOf(request.headers.authorization);
  const bearer = token ? await findToken(ports.database.client, token) : null;
  if (!bearer) {
    slowDown(strangers.take(request.socket.remoteAddress ?? '', now));
    throw new HttpProblem([401, 'no-token'], 'Send a valid token: "Authorization: Bearer …".', {
      headers: { 'WWW-Authenticate': 'Bearer realm="handrail"' },
    });
  }
  slowDown(bearers.take(bearer.id, now));
  // The same answer for a customer of somebody else and for none at all.
  if (!bearer.customers.includes(String(request.params.customerId)))
    throw new HttpProblem([404, 'no-customer'], 'This token reaches no such customer.');
  return bearer;
}

function slowDown(seconds: number): void {
  if (seconds === 0) return;
  throw new HttpProblem([429, 'too-many'], `Too many requests. Try again in ${seconds} s.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}

function isJson(request: { headers: { 'content-type'?: string } }): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

function requireJson(request: Request, _response: Response, next: () => void): void {
  if (!isJson(request))
    throw new HttpProblem([415, 'not-json'], 'Send "Content-Type: application/json".');
  next();
}

async function handleEvent(
  request: Request,
  response: Response,
  parts: EventsParts,
): Promise<void> {
  const bearer: Bearer = response.locals.bearer;
  const customerId = String(request.params.customerId);
  const body = readEventBody(request.body, parts.ports.clock.now());
  if (body.visibility === 'shared' && !bearer.mayPublish)
    throw new HttpProblem([403, 'may-not-publish'], 'This token may not publish to the customer.');
  const recorded = await record(parts, customerId, body);
  if (recorded.outcome === 'conflict')
    throw new HttpProblem(
      [409, 'other-words'],
      'This externalId was used before for another text or visibility. Nothing was changed.',
    );
  const { externalId, visibility } = body;
  response
    .status(recorded.outcome === 'recorded' ? 201 : 200)
    .set('Cache-Control', 'no-store')
    .json({ id: recorded.eventId, externalId, visibility });
}

// Two first requests at once: the trip that loses is run again, and finds the other's row.
async function record(
  { ports, nudge }: EventsParts,
  customerId: string,
  { kind, ...body }: EventBody,
): Promise<Recorded> {
  const recorded = await ports.database.trip(async trip => {
    await assertCustomer(trip, customerId);
    const outcome = await recordExternalEvent(trip, { customerId, ...body, label: kind });
    const isNews = outcome.outcome === 'recorded' && body.visibility === 'shared';
    if (isNews) await notifyAskers(trip, customerId);
    return outcome;
  });
  if (recorded.outcome === 'recorded') nudge();
  return recorded;
}

async function assertCustomer({ tx }: Trip, id: string): Promise<void> {
  const known = await tx.customer.findUnique({ where: { id }, select: { id: true } });
  if (!known) throw new HttpProblem([404, 'no-customer'], 'This token reaches no such customer.');
}
