import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { askForLink } from '../../sign-in/ask-for-link.ts';
import { findOffered } from '../../sign-in/find-offered.ts';
import { findSession } from '../../sign-in/find-session.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { signOut } from '../../sign-in/sign-out.ts';
import { serveAssets } from '../api/serve-assets.ts';
import { beginHandlers, mayBegin } from './begin.ts';
import { giveSecret, sessionSecretOf } from './door/cookie.ts';
import { readForm } from './door/forms.ts';
import { slowDown } from './door/limits.ts';
import { type DoorName, routes } from './door/routes.ts';
import { elsewhereHandlers } from './elsewhere.ts';
import { cookieOf, type Hall } from './hall.ts';
import { renderDoor, renderLink, renderNoLink, renderSent } from './show/door.ts';
import { renderBare } from './show/frame.ts';

const assets = new URL('./assets/', import.meta.url);
const assetNames = ['console.css', 'console.js', 'icon.svg'];

const whoForm = z.object({ who: z.string().max(200) });

/** What stands before the door: nothing of any customer, and no word of who is known here. */
export function doorHandlers(hall: Hall): Record<DoorName, RequestHandler> {
  return {
    home: (_request, response) => response.redirect(303, '/console'),
    asset: serveAssets(assets, assetNames),
    door: async (request, response) => {
      if (await mayBegin(hall, request)) return response.redirect(303, '/console/begin');
      const elsewhere = hall.provider !== null ? routes.elsewhere.path : null;
      response.type('html').send(renderBare('Sign in', renderDoor(hall.chats, elsewhere)));
    },
    ...beginHandlers(hall),
    ...elsewhereHandlers(hall),
    askForLink: askHandler(hall),
    link: linkHandler(hall),
    signIn: signInHandler(hall),
  };
}

function askHandler({ ports, nudge, limits, origin }: Hall): RequestHandler {
  return async (request, response) => {
    const now = ports.clock.now();
    slowDown(limits.strangers, addressOf(request), now);
    const { who } = readForm(whoForm, request.body);
    // Somebody whose chat has had enough links gets no more, and whoever asks is told nothing of it.
    const { waitSeconds } = limits.links.take(who.trim().toLowerCase(), now);
    if (waitSeconds === 0) {
      await ports.database.trip(trip => askForLink(trip, { who, base: origin.base }));
      nudge();
    }
    response.type('html').send(renderBare('Look into your chat', renderSent()));
  };
}

/** Looking at a link uses nothing up: chat programs look at links by themselves. */
function linkHandler({ ports, limits }: Hall): RequestHandler {
  return async (request, response) => {
    slowDown(limits.strangers, addressOf(request), ports.clock.now());
    const secret = secretOf(request);
    const person = await ports.database.trip(trip => findOffered(trip, secret));
    const main = person ? renderLink(person.name, secret) : renderNoLink();
    response
      .status(person ? 200 : 404)
      .type('html')
      .send(renderBare('Sign in', main));
  };
}

function signInHandler(hall: Hall): RequestHandler {
  const { ports, limits, nudge, origin } = hall;
  return async (request, response) => {
    slowDown(limits.strangers, addressOf(request), ports.clock.now());
    const before = sessionSecretOf(request, origin);
    const secret = await ports.database.trip(async trip => {
      const own = await signIn(trip, secretOf(request));
      const old = own && before ? await findSession(trip, before) : null;
      if (old) await signOut(trip, old);
      return own;
    });
    if (!secret) {
      response.status(404).type('html').send(renderBare('Sign in', renderNoLink()));
      return;
    }
    nudge();
    giveSecret(request, response, cookieOf(hall, secret));
    response.redirect(303, '/console');
  };
}

function secretOf({ params }: Request): string {
  return String(params.secret);
}

function addressOf({ socket }: Request): string {
  return socket.remoteAddress ?? '';
}
