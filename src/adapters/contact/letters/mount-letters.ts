import { createHash } from 'node:crypto';
import express, { type IRouter, type Request, type Response } from 'express';
import type { Logger } from '../../../shared/logger.ts';
import { proofs } from '../../api/hooks/proofs.ts';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import { createRateLimit, type RateLimit } from '../../api/rate-limit.ts';
import type { MediumEars } from '../medium.ts';
import { findLetterPlace } from './find-letter-place.ts';
import { letterRef } from './letter-ref.ts';
import { isProven, type Trust } from './proof.ts';
import { type Letter, readLetter } from './read-letter.ts';

export interface LetterDoor extends MediumEars {
  readonly trust: Trust;
  readonly logger: Logger;
}

const bodyLimit = 10 * 1024 * 1024;

/** What became of a letter: why a machine's or a forged one is no letter, its sender need not know. */
type Fate = 'new' | 'duplicate' | 'automatic' | 'unproven' | 'empty';

/** `POST /mail`: a letter as it came over the wire, from whoever receives mail for us. It is written down before they are answered. */
export function mountLetters(app: IRouter, door: LetterDoor): void {
  const rate = createRateLimit({ burst: 300, perSecond: 5 });
  app
    .route('/mail')
    .post(
      (request, _response, next) => {
        identify(request, door, rate);
        next();
      },
      express.raw({ limit: bodyLimit, inflate: false, type: () => true }),
      (request, response) => take(request, response, door),
    )
    .all(refuseMethod('POST'));
}

function identify(request: Request, { trust, world }: LetterDoor, rate: RateLimit): void {
  const { headers, socket } = request;
  const now = world.ports.clock.now();
  const knock = { headers, key: null, body: Buffer.alloc(0) };
  const isTheirs = proofs.bearer(knock, { secret: trust.secret, now }) !== null;
  const { waitSeconds } = rate.take(isTheirs ? 'ours' : (socket.remoteAddress ?? ''), now);
  if (waitSeconds > 0)
    throw new HttpProblem(
      [429, 'too-many'],
      'Too many in a short time. Try again a little later.',
      {
        headers: { 'Retry-After': String(waitSeconds) },
      },
    );
  if (!isTheirs) throw new HttpProblem([401, 'not-proven'], 'This is not who brings our mail.');
}

async function take(request: Request, response: Response, door: LetterDoor): Promise<void> {
  const raw: unknown = request.body;
  if (!Buffer.isBuffer(raw) || raw.length === 0)
    throw new HttpProblem([400, 'no-mail'], 'Send the mail as it came: message/rfc822.');
  const fate = await handle(await readLetter(raw), door);
  if (fate === 'new') door.nudge();
  response.status(202).set('Cache-Control', 'no-store').json({ letter: fate });
}

async function handle(letter: Letter, { world, trust, logger }: LetterDoor): Promise<Fate> {
  const { id, from, to, subject, words, at, results } = letter;
  if (letter.isAutomatic) return 'automatic';
  if (from === null || !isProven({ from, to, results }, trust)) {
    logger.warn({}, 'a letter was left unread: nothing shows who wrote it');
    return 'unproven';
  }
  if (words === '') return 'empty';
  const where = await findLetterPlace(world.ports.database.client, letter);
  const now = world.ports.clock.now();
  return world.receive({
    id: `mail:${createHash('sha256').update(`${from} ${id}`).digest('hex')}`,
    from: {
      platform: 'mail',
      workspace: 'mail',
      user: from,
    },
    in: where,
    addressed: true,
    isLetter: true,
    threadOf: null,
    // A date that is still to come is the writer's clock, or a lie.
    saidAt: at && at < now ? at.toISOString() : null,
    ref: letterRef({ id, subject }),
    said: { kind: 'text', text: words },
  });
}
