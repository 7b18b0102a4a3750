import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Setup } from '../../setup/setup.ts';
import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { refuseMethod } from '../api/methods.ts';
import { HttpProblem } from '../api/problem.ts';
import { createRateLimit } from '../api/rate-limit.ts';
import { createAssets } from './assets.ts';
import type { ChangeSignal } from './change-signal.ts';
import { choiceFrom } from './choice.ts';
import { fastForward, stillMoving } from './fast-forward.ts';
import { backTo, readClock, readPress, readSay } from './forms.ts';
import { createGuard, isLoopback, sameSite } from './guard.ts';
import { hearPress, hearWords } from './hear.ts';
import { createLive } from './live.ts';
import { loadRoom } from './load-room.ts';
import { practiceStart } from './practice-clock.ts';
import { renderPage } from './render-page.ts';
import { findSavedClock, saveClock } from './saved-clock.ts';
import { startOver } from './start-over.ts';
import type { Practice } from './world.ts';

export interface RoomParts extends Practice {
  /** The real time, for rate limits. */
  readonly real: Clock;
  readonly signal: ChangeSignal;
  readonly logger: Logger;
  /** Where the server listens: the room is mounted on loopback addresses alone. */
  readonly host: string;
  /** The examples the practice begins with. */
  readonly setups: readonly Setup[];
  /** When the practice begins; ten minutes before the first example's window when left out. */
  readonly start?: Date;
}

/** The practice room, ready to be mounted on the server. */
export interface PracticeRoom {
  mount(app: Express): void;
  close(): void;
}

const saveMilliseconds = 15_000;
const settleMilliseconds = 3_000;
const posts = { burst: 60, perSecond: 4 };

/** Opens the practice: loads the examples when there are none yet, else goes on where the clock was left. */
export async function openRoom(parts: RoomParts): Promise<PracticeRoom> {
  await resume(parts);
  const live = createLive(parts.signal, parts.world.ports.database);
  const saving = setInterval(() => void keepClock(parts), saveMilliseconds).unref();
  return {
    mount(app) {
      if (!isLoopback(parts.host)) {
        parts.logger.info(
          { host: parts.host },
          'the practice room is not served: it is for loopback addresses alone (HOST=127.0.0.1)',
        );
        return;
      }
      mountRoom(app, { ...parts, live });
    },
    close() {
      clearInterval(saving);
      live.close();
    },
  };
}

async function resume({ world, clock, setups, start = practiceStart }: RoomParts): Promise<void> {
  const { database } = world.ports;
  const isFurnished = (await database.client.customer.count()) > 0;
  const saved = isFurnished ? await findSavedClock(database.client) : null;
  clock.moveTo(saved ?? start);
  if (!isFurnished) await database.trip(trip => startOver(trip, setups));
}

async function keepClock({ world, clock, logger }: RoomParts): Promise<void> {
  try {
    await world.ports.database.trip(({ tx }) => saveClock(tx, clock.now()));
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'the practice clock was not saved');
  }
}

interface MountParts extends RoomParts {
  readonly live: ReturnType<typeof createLive>;
}

function mountRoom(app: Express, parts: MountParts): void {
  const { world, real, signal, live } = parts;
  const guard = createGuard();
  const limit = createRateLimit(posts);
  const slowDown: RequestHandler = (_request, _response, next) => {
    const seconds = limit.take('room', real.now());
    if (seconds > 0)
      throw new HttpProblem([429, 'too-many'], `Too much at once. Try again in ${seconds} s.`, {
        headers: { 'Retry-After': String(seconds) },
      });
    next();
  };
  const readForm = express.urlencoded({ extended: false, limit: 64 * 1024, inflate: false });
  const takeForm = [guard.read, sameSite, slowDown, requireForm, readForm, guard.write];

  app
    .route('/')
    .get(guard.read, async (request, response) => {
      const query = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
      const room = await world.ports.database.trip(trip => loadRoom(trip, choiceFrom(query)));
      if (!room) throw new HttpProblem([503, 'empty'], 'There is no example in the practice room.');
      response.type('html').end(renderPage(room, guard.token(request, response)));
    })
    .all(refuseMethod('GET'));
  app
    .route('/practice/live')
    .get(guard.read, sameSite, (request, response) => live.open(request, response))
    .all(refuseMethod('GET'));
  app.route('/practice/assets/:name').get(guard.read, createAssets()).all(refuseMethod('GET'));

  const post = (path: string, handle: (request: Request) => Promise<string>) =>
    app
      .route(path)
      .post(...takeForm, async (request, response) => {
        const back = await handle(request);
        signal.publish();
        goBack(request, response, back);
      })
      .all(refuseMethod('POST'));
  const ids = { next: (nonce?: string) => `room-${nonce ?? world.ports.random.id()}` };

  post('/practice/say', async ({ body }) => {
    const form = readSay(body);
    const inbound = await world.ports.database.trip(({ tx }) =>
      hearWords(tx, form, ids.next(form.nonce)),
    );
    if (inbound) await world.receive(inbound);
    await settle(parts);
    return form.back;
  });
  post('/practice/press', async ({ body }) => {
    const form = readPress(body);
    const inbound = await world.ports.database.trip(({ tx }) =>
      hearPress(tx, form, ids.next(form.nonce)),
    );
    await world.receive(inbound);
    await settle(parts);
    return form.back;
  });
  let isMoving = false;
  post('/practice/clock', async ({ body }) => {
    const form = readClock(body);
    if (isMoving) throw stillMoving();
    isMoving = true;
    try {
      await moveClock(parts, form);
    } finally {
      isMoving = false;
    }
    return form.back;
  });
}

async function moveClock(parts: RoomParts, form: ReturnType<typeof readClock>): Promise<void> {
  const { world, clock, signal, setups, start = practiceStart } = parts;
  if (form.by === 'again') {
    clock.moveTo(start);
    await world.ports.database.trip(trip => startOver(trip, setups));
    await settle(parts);
  } else {
    const onStep = async () => signal.publish();
    await fastForward(parts, { by: form.by, customerId: form.customer ?? '', onStep });
  }
  await keepClock(parts);
}

/** Lets the answer come before the page is shown again, within reason. */
async function settle({ world }: Practice): Promise<void> {
  let giveUp: NodeJS.Timeout | undefined;
  const patience = new Promise<void>(resolve => {
    giveUp = setTimeout(resolve, settleMilliseconds);
  });
  await Promise.race([world.engine.settle(), patience]);
  clearTimeout(giveUp);
}

function requireForm(request: Request, _response: Response, next: () => void): void {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw new HttpProblem([415, 'not-a-form'], 'Send a form.');
  next();
}

/** A script gets a bare "done"; a plain form goes back to where it was. */
function goBack(request: Request, response: Response, back: string): void {
  if (request.headers.accept === 'application/json') response.status(204).end();
  else response.redirect(303, backTo(back));
}
