import express, { type IRouter, type Request, type Response } from 'express';
import { z } from 'zod';
import { addPhone, type Subscription } from '../../../reach/add-phone.ts';
import { findInvited } from '../../../reach/find-invited.ts';
import type { Ports } from '../../../shared/database.ts';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import { isPushEndpoint } from './endpoint.ts';
import type { VapidKeys } from './find-or-make-vapid-keys.ts';
import { manifestOf, pageHtml, pageScript, workerScript } from './page.ts';

export interface PushDoor {
  readonly ports: Ports;
  readonly getKeys: () => Promise<VapidKeys>;
}

const base64url = (bytes: number) =>
  z
    .string()
    .refine(text => /^[\w-]+=*$/.test(text) && Buffer.from(text, 'base64url').length === bytes);

/** What a browser tells of a subscription: an uncompressed point of P-256, and a secret (RFC 8291). */
const subscriptionBody = z.object({
  endpoint: z.string().refine(isPushEndpoint),
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
});

/** `/push/…`: the page on which somebody lets their own phone ring, and what that page needs. */
export function mountPush(app: IRouter, door: PushDoor): void {
  app.get('/push/page.js', (_request, response) => sendScript(response, pageScript));
  app.get('/push/worker.js', (_request, response) => sendScript(response, workerScript));
  app
    .route('/push/:token')
    .get(async (request, response) => {
      const name = await getInvitedName(request, door);
      const { publicKey } = await door.getKeys();
      sendPage(response, pageHtml({ name, publicKey, token: tokenOf(request) }));
    })
    .post(express.json({ limit: '4kb' }), (request, response) => take(request, response, door))
    .all(refuseMethod('GET, POST'));
  app
    .route('/push/:token/manifest.json')
    .get(async (request, response) => {
      await getInvitedName(request, door);
      response.set('Cache-Control', 'no-store').json(manifestOf(tokenOf(request)));
    })
    .all(refuseMethod('GET'));
}

const unknownLink = () =>
  new HttpProblem([404, 'no-such-link'], 'This link is not valid, or no longer.');

function tokenOf(request: Request): string {
  const token = String(request.params.token);
  if (!/^[a-z0-9]{20,80}$/.test(token)) throw unknownLink();
  return token;
}

async function getInvitedName(request: Request, { ports }: PushDoor): Promise<string> {
  const token = tokenOf(request);
  const person = await ports.database.trip(trip => findInvited(trip, token));
  if (!person) throw unknownLink();
  return person.name;
}

async function take(request: Request, response: Response, { ports }: PushDoor): Promise<void> {
  const token = tokenOf(request);
  const read = subscriptionBody.safeParse(request.body);
  if (!read.success) {
    throw new HttpProblem(
      [400, 'no-such-phone'],
      'That is no subscription of a push service we know.',
    );
  }
  const { endpoint, keys } = read.data;
  const subscription: Subscription = { endpoint, publicKey: keys.p256dh, secret: keys.auth };
  const isAdded = await ports.database.trip(trip => addPhone(trip, { token, subscription }));
  if (!isAdded) throw unknownLink();
  response.status(204).end();
}

function sendPage(response: Response, html: string): void {
  response
    .set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'",
      'Referrer-Policy': 'no-referrer',
    })
    .type('text/html')
    .send(html);
}

function sendScript(response: Response, script: string): void {
  response.set('Cache-Control', 'no-cache').type('text/javascript').send(script);
}
