import express, { type IRouter, type Request, type RequestHandler, type Response } from 'express';
import type { Clock } from '../../../shared/clock.ts';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import { createRateLimit } from '../../api/rate-limit.ts';
import { serveAssets } from '../../api/serve-assets.ts';
import { type Acts, createActs } from '../inbox/act.ts';
import { renderPage } from '../render/render-page.ts';
import { choiceFrom } from '../room/choice.ts';
import { loadRoom } from '../room/load-room.ts';
import type { RoomParts } from '../room/room-parts.ts';
import { createGuard, sameSite } from './guard.ts';
import type { Live } from './live.ts';

const posts = { burst: 60, perSecond: 4 };
const bodyLimit = 64 * 1024;

const assets = new URL('../assets/', import.meta.url);
const assetNames = ['room.css', 'chat.css', 'room.js', 'morph.js', 'marks.js', 'icon.svg'];

/** Gives the room its addresses. Every link and form works without a script; a script makes it live. */
export function mountGate(app: IRouter, parts: RoomParts & { readonly live: Live }): void {
  const { world, signal, live } = parts;
  const guard = createGuard();
  const acts = createActs(parts);

  app
    .route('/')
    .get(guard.read, async (request, response) => {
      const choice = choiceFrom(queryOf(request));
      const room = await world.ports.database.trip(trip => loadRoom(trip, choice));
      if (!room) throw new HttpProblem([503, 'empty'], 'There is no example in the practice room.');
      response.type('html').end(renderPage(room, guard.token(request, response)));
    })
    .all(refuseMethod('GET'));
  app.route('/practice/live').get(guard.read, sameSite, live.open).all(refuseMethod('GET'));
  app
    .route('/practice/assets/:name')
    .get(guard.read, serveAssets(assets, assetNames))
    .all(refuseMethod('GET'));

  const readForm = express.urlencoded({ extended: false, limit: bodyLimit, inflate: false });
  const slowDown = limited(parts.real);
  const takeForm = [guard.read, sameSite, slowDown, requireForm, readForm, guard.write];
  for (const act of ['say', 'press', 'clock'] satisfies (keyof Acts)[])
    app
      .route(`/practice/${act}`)
      .post(...takeForm, async (request, response) => {
        const back = await acts[act](request.body);
        signal.publish();
        goBack(request, response, back);
      })
      .all(refuseMethod('POST'));
}

function queryOf({ originalUrl }: Request): URLSearchParams {
  const mark = originalUrl.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : originalUrl.slice(mark + 1));
}

function limited(real: Clock): RequestHandler {
  const limit = createRateLimit(posts);
  return (_request, _response, next) => {
    const { waitSeconds: seconds } = limit.take('room', real.now());
    if (seconds === 0) return next();
    throw new HttpProblem([429, 'too-many'], `Too much at once. Try again in ${seconds} s.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  };
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
  else response.redirect(303, back);
}
