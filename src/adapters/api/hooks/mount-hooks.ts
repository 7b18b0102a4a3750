import express, { type IRouter, type Request, type Response } from 'express';
import { findHook } from '../../../hooks/find-hook.ts';
import type { Hook } from '../../../hooks/hook.ts';
import type { World } from '../../../world.ts';
import { refuseMethod } from '../methods.ts';
import { HttpProblem } from '../problem.ts';
import { createRateLimit, type Rate, type RateLimit } from '../rate-limit.ts';
import { type Knock, type Proven, proofs } from './proofs.ts';
import { type HookSecrets, hookSecretPrefix, secretSetting } from './secrets.ts';

export interface HookDoor {
  readonly world: Pick<World, 'receive' | 'ports'>;
  readonly secrets: HookSecrets;
  /** Called after each new row, so that nothing waits for the tick. */
  readonly nudge: () => void;
  /** What one door takes; a steady ten a second when left out. */
  readonly rate?: Rate;
}

const bodyLimit = 512 * 1024;
const usualRate: Rate = { burst: 300, perSecond: 10 };
/** Strangers have their own limit, by where they come from: they use nothing up of a door's. */
const strangerRate: Rate = { burst: 60, perSecond: 1 };
/** Deeper than this is no payload of anybody's. */
const deepest = 64;

/** What a sender's header calls a payload, whichever of them it is. */
const eventHeaders = ['x-github-event', 'x-gitlab-event', 'x-event-key', 'x-event-type'];

/** `POST /hooks/NAME`: what other systems tell. It is written down before they are answered, and handled like any input. */
export function mountHooks(app: IRouter, door: HookDoor): void {
  const rate = createRateLimit(door.rate ?? usualRate);
  const strangers = createRateLimit(strangerRate);
  app
    .route('/hooks/:name')
    .post(
      express.raw({ limit: bodyLimit, inflate: false, type: () => true }),
      (request, response) => take({ request, response }, door, { rate, strangers }),
    )
    .all(refuseMethod('POST'));
}

interface Exchange {
  readonly request: Request<{ name: string }>;
  readonly response: Response;
}

interface Limits {
  readonly rate: RateLimit;
  readonly strangers: RateLimit;
}

async function take(
  { request, response }: Exchange,
  { world, secrets, nudge }: HookDoor,
  { rate, strangers }: Limits,
): Promise<void> {
  const now = world.ports.clock.now();
  const { name } = request.params;
  const hook = /^[\w.-]{1,64}$/.test(name)
    ? await findHook(world.ports.database.client, name)
    : null;
  const knock = knockOf(request);
  const proven = hook && prove(hook, knock, { secrets, now });
  if (!hook || !proven) {
    pass(strangers, request.socket.remoteAddress ?? '', now);
    // The same answer for a door that is not there: names are nobody's business.
    throw new HttpProblem(
      [401, 'not-proven'],
      'This is not signed as the sender of this hook would.',
    );
  }
  pass(rate, hook.id, now);
  const received = await world.receive({
    id: `hook:${hook.id}:${proven.deliveryId}`,
    hook: { name: hook.id, event: eventOf(request), payload: payloadOf(knock.body) },
  });
  if (received === 'new') nudge();
  response.status(202).set('Cache-Control', 'no-store').json({ delivery: received });
}

function knockOf(request: Request<{ name: string }>): Knock {
  const { key } = request.query;
  return {
    headers: request.headers,
    key: typeof key === 'string' ? key : null,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}

function prove(
  { id, signed }: Hook,
  knock: Knock,
  { secrets, now }: { readonly secrets: HookSecrets; readonly now: Date },
): Proven | null {
  const known = secrets.get(secretSetting(hookSecretPrefix, id)) ?? [];
  const all = known.map(secret => proofs[signed](knock, { secret, now }));
  return all.find(one => one !== null) ?? null;
}

function pass(limit: RateLimit, key: string, now: Date): void {
  const { waitSeconds } = limit.take(key, now);
  if (waitSeconds === 0) return;
  throw new HttpProblem([429, 'too-many'], 'Too many in a short time. Try again a little later.', {
    headers: { 'Retry-After': String(waitSeconds) },
  });
}

function eventOf({ headers }: Request<{ name: string }>): string | null {
  const [named] = eventHeaders.flatMap(name => headers[name] ?? []);
  return named ? named.slice(0, 100) : null;
}

function payloadOf(body: Buffer): unknown {
  const payload = parsed(body);
  if (typeof payload !== 'object' || payload === null || isDeeper(payload, deepest))
    throw new HttpProblem([400, 'no-payload'], 'Send a JSON object, not deeper than 64 levels.');
  return payload;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpProblem([400, 'malformed-body'], 'The body is not well-formed JSON.');
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some(inner => isDeeper(inner, levels - 1));
}
