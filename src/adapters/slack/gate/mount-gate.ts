import { parse } from 'node:querystring';
import express, { type IRouter, type Request, type Response } from 'express';
import type { Clock } from '../../../shared/clock.ts';
import type { Logger } from '../../../shared/logger.ts';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { Refusals } from '../../api/refusals.ts';
import type { Ack, Deliver } from './bolt-app.ts';
import { readPayload } from './payloads.ts';
import { createSeenSignatures, type SeenSignatures } from './seen-signatures.ts';
import { verifyRequest } from './verify-request.ts';

export interface DoorParts {
  readonly signingSecret: string;
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly refusals: Refusals;
}

const bodyLimit = 1024 * 1024;
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/** `POST /slack/events`: everything Slack tells by HTTP, each of it genuine, new and from now. */
export function mountGate(app: IRouter, parts: DoorParts): void {
  const seen = createSeenSignatures();
  app
    .route('/slack/events')
    .post(
      (request, _response, next) => {
        typeOf(request);
        next();
      },
      express.raw({ limit: bodyLimit, inflate: false, type: () => true }),
      (request, response) => takeRequest(request, response, { ...parts, seen }),
    )
    .all(refuseMethod('POST'));
}

function typeOf(request: Request): typeof json | typeof form {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type === json || type === form) return type;
  throw new HttpProblem([415, 'wrong-type'], `Send "Content-Type: ${json}" or a form.`);
}

interface Taking extends DoorParts {
  readonly seen: SeenSignatures;
}

async function takeRequest(request: Request, response: Response, parts: Taking): Promise<void> {
  const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signature = admit(request, body, parts);
  const raw = rawPayload(body, typeOf(request));
  if (raw.ssl_check === '1') return answer(response, undefined);
  if (raw.type === 'url_verification' && typeof raw.challenge === 'string')
    return answer(response, { challenge: raw.challenge });
  const payload = readPayload(raw);
  if (!payload) throw new HttpProblem([400, 'not-understood'], 'Slack sends nothing like this.');
  if (payload.kind === 'other') {
    parts.logger.debug({ type: payload.type.slice(0, 60) }, 'Slack sent what we do not need');
    return answer(response, undefined);
  }
  try {
    answer(response, await parts.deliver(payload));
  } catch (error) {
    // Slack signs a redelivery anew; whoever repeats these very bytes may do so, for nothing came of them.
    parts.seen.release(signature);
    // The database's own messages may quote what somebody wrote, so only the error's kind is logged.
    const cause = error instanceof Error ? error.name : typeof error;
    parts.logger.error(
      { kind: payload.kind, cause },
      'what Slack sent was not written down; it will send it again',
    );
    throw new HttpProblem([503, 'not-now'], 'This could not be taken now. Send it again.', {
      headers: { 'Retry-After': '1' },
    });
  }
}

/** Refuses what Slack did not sign, or not now, or what was here before; returns its signature. */
function admit(request: Request, body: Buffer, parts: Taking): string {
  const { signingSecret, clock, seen, refusals } = parts;
  const now = clock.now();
  const signature = headerOf(request, 'x-slack-signature');
  const timestamp = headerOf(request, 'x-slack-request-timestamp');
  const verdict = verifyRequest({ timestamp, signature, body }, { secret: signingSecret, now });
  if (verdict === 'genuine') refusals.accept();
  else refusals.note(verdict);
  if (verdict !== 'genuine' || !signature || !seen.take(signature, now))
    throw new HttpProblem([401, 'not-from-slack'], 'This is not a fresh request of Slack.');
  return signature;
}

function headerOf(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** JSON, a form with JSON in its `payload`, or a form that is the payload itself. */
function rawPayload(body: Buffer, type: typeof json | typeof form): Record<string, unknown> {
  const text = body.toString('utf8');
  if (type === json) return objectFrom(text);
  const fields = parse(text);
  return typeof fields.payload === 'string' ? objectFrom(fields.payload) : { ...fields };
}

function objectFrom(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpProblem([400, 'malformed-body'], 'The body is not well-formed.');
  return value as Record<string, unknown>;
}

function answer(response: Response, ack: Ack): void {
  response.status(200).set('Cache-Control', 'no-store');
  if (ack === undefined) response.end();
  else response.json(ack);
}
