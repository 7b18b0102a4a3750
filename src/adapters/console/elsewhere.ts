import type { Request, RequestHandler, Response } from 'express';
import { codeOf, messageOf } from '../../shared/errors.ts';
import { beginSession } from '../../sign-in/begin-session.ts';
import { findSession } from '../../sign-in/find-session.ts';
import { findVouched } from '../../sign-in/find-vouched.ts';
import { signOut } from '../../sign-in/sign-out.ts';
import type { Vouched } from '../../sign-in/vouched.ts';
import { nothingHere } from './door/assert-may.ts';
import { giveSecret, sessionSecretOf } from './door/cookie.ts';
import { errandOf, keepErrand } from './door/errand.ts';
import { slowDown } from './door/limits.ts';
import { routes } from './door/routes.ts';
import { cookieOf, type Hall } from './hall.ts';
import { renderNotVouched } from './show/door.ts';
import { renderBare } from './show/frame.ts';

/** Signing in at a provider of the vendor's, where there is one; without one these addresses are not there. */
export function elsewhereHandlers(hall: Hall): Record<'elsewhere' | 'back', RequestHandler> {
  return { elsewhere: leaveHandler(hall), back: backHandler(hall) };
}

function leaveHandler(hall: Hall): RequestHandler {
  const { provider, limits, ports, origin } = hall;
  return async (request, response) => {
    if (!provider) throw nothingHere();
    slowDown(limits.strangers, request.socket.remoteAddress ?? '', ports.clock.now());
    try {
      const { url, errand } = await provider.begin(`${origin.base}${routes.back.path}`);
      keepErrand(request, response, { origin, errand });
      response.redirect(303, url);
    } catch (error) {
      refuse(hall, response, error);
    }
  };
}

/** What the browser kept is used up, whatever comes of it; the same is said to whoever is not let in, whatever the reason. */
function backHandler(hall: Hall): RequestHandler {
  const { provider, limits, ports, origin } = hall;
  return async (request, response) => {
    if (!provider) throw nothingHere();
    slowDown(limits.strangers, request.socket.remoteAddress ?? '', ports.clock.now());
    const errand = errandOf(request, origin);
    keepErrand(request, response, { origin, errand: null });
    if (!errand) return refuse(hall, response, 'it was begun in no browser, or in another one');
    try {
      const vouched = await provider.finish(new URL(request.originalUrl, origin.base), errand);
      const secret = await letIn(hall, request, vouched);
      if (!secret) return refuse(hall, response, 'it vouches for nobody who is known here');
      giveSecret(request, response, cookieOf(hall, secret));
      response.redirect(303, routes.portfolio.path);
    } catch (error) {
      refuse(hall, response, error);
    }
  };
}

/** The secret of a new session for whom the provider vouches; the one that the browser had before is over. */
function letIn(
  { ports, origin }: Hall,
  request: Request,
  vouched: Vouched,
): Promise<string | null> {
  const before = sessionSecretOf(request, origin);
  return ports.database.trip(async trip => {
    const personId = await findVouched(trip, vouched);
    if (!personId) return null;
    const old = before ? await findSession(trip, before) : null;
    if (old) await signOut(trip, old);
    return beginSession(trip, { personId, by: 'provider' });
  });
}

function refuse({ logger }: Hall, response: Response, error: unknown): void {
  logger.warn(
    { code: codeOf(error), cause: messageOf(error) },
    'nobody was let in by the provider',
  );
  response.status(403).type('html').send(renderBare('Sign in', renderNotVouched()));
}
