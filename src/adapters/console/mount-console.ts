import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { Mount } from '../api/mount.ts';
import { HttpProblem } from '../api/problem.ts';
import { checkHandler } from './check.ts';
import { nothingHere } from './door/assert-may.ts';
import { pageHeaders } from './door/headers.ts';
import { createLimits } from './door/limits.ts';
import { assertSameOrigin, originOf } from './door/origin.ts';
import { type Route, type RouteName, routes } from './door/routes.ts';
import type { ConsoleParts, Hall } from './hall.ts';
import { actHandlers, guarded, lookHandlers } from './inside.ts';
import { createLive, type Live } from './live.ts';
import { doorHandlers } from './outside.ts';
import { problemPage } from './show/door.ts';
import { renderBare } from './show/frame.ts';

const bodyLimit = 16 * 1024;
/** A whole setup, each of its letters written as up to three in a form. */
const setupLimit = 3 * 1024 * 1024;

/** The console: pages to look at and forms to act with, for whoever is signed in. Every address stands in `routes`. */
export function mountConsole(parts: ConsoleParts): Mount {
  const live = createLive(parts.ports.database);
  return {
    mount(app) {
      const origin = originOf(parts.publicUrl);
      app.use(origin ? buildRouter({ ...parts, origin, limits: createLimits() }, live) : closed());
    },
    close: live.close,
  };
}

/** Over plain http, where others could listen, there is only the reason why not. */
function closed(): Router {
  const router = Router();
  const text =
    'The console is served over https alone. Set PUBLIC_URL to the https address of this server.';
  router.use('/console', () => {
    throw new HttpProblem([503, 'not-secure'], text);
  });
  return router;
}

function buildRouter(hall: Hall, live: Live): Router {
  const router = Router();
  const handlers: Readonly<Record<RouteName, RequestHandler>> = {
    ...doorHandlers(hall),
    ...lookHandlers(hall),
    ...actHandlers(hall),
    live: guarded(hall, routes.live, (_session, { request, response }) =>
      live.open(request, response),
    ),
    check: guarded(hall, routes.check, checkHandler(hall)),
  };
  const formOf = (limit: number) => express.urlencoded({ extended: false, limit, inflate: false });
  const readForm = formOf(bodyLimit);
  const readSetup = formOf(setupLimit);
  for (const [name, { method, path }] of Object.entries(routes) as [RouteName, Route][]) {
    const before =
      method === 'post' ? [sameOrigin(hall), name === 'writeSetup' ? readSetup : readForm] : [];
    router.route(path)[method](setHeaders, ...before, handlers[name]);
  }
  router.use('/console', setHeaders, () => {
    throw nothingHere();
  });
  router.use(showProblems);
  return router;
}

const setHeaders: RequestHandler = (_request, response, next) => {
  response.set(pageHeaders);
  next();
};

function sameOrigin({ origin }: Hall): RequestHandler {
  return (request, _response, next) => {
    assertSameOrigin(request, origin);
    next();
  };
}

/** The page of ours that somebody comes from, as their browser says; null where it says nothing or names another's. */
function cameFrom(referer: string | undefined): string | null {
  const url = URL.parse(referer ?? '');
  const isOurs = url !== null && /^\/console(?:\/|$)/.test(url.pathname);
  return isOurs ? url.pathname + url.search : null;
}

/** A problem of ours as a page; what went wrong otherwise is told and logged by the server. */
const showProblems: ErrorRequestHandler = (error, request, response, next) => {
  if (!(error instanceof HttpProblem) || response.headersSent) return next(error);
  response
    .status(error.status)
    .set(error.headers)
    .type('html')
    .send(renderBare(...problemPage(error, cameFrom(request.get('referer')))));
};
