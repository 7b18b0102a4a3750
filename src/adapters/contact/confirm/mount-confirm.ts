import { setTimeout as pause } from 'node:timers/promises';
import express, { type IRouter, type Request, type Response } from 'express';
import { outsideActions } from '../../../conversation/arrival/outside-answer.ts';
import { second } from '../../../shared/time.ts';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { MediumEars } from '../medium.ts';
import type { ConfirmLinks } from './links.ts';
import { confirmHtml } from './page.ts';

export interface ConfirmDoor extends MediumEars {
  readonly links: ConfirmLinks;
}

const patience = 3 * second;

/** `GET|POST /confirm/:token`: what a page says now, and the buttons that answer it. */
export function mountConfirm(app: IRouter, door: ConfirmDoor): void {
  app
    .route('/confirm/:token')
    .get(async (request, response) => show(response, await messageIdOf(request, door), door))
    .post(express.urlencoded({ limit: '1kb', extended: false }), (request, response) =>
      answer(request, response, door),
    )
    .all(refuseMethod('GET, POST'));
}

async function messageIdOf(request: Request, { links }: ConfirmDoor): Promise<string> {
  const messageId = await links.read(String(request.params.token));
  if (messageId) return messageId;
  throw new HttpProblem([404, 'no-such-link'], 'This link is not valid, or no longer.');
}

async function answer(request: Request, response: Response, door: ConfirmDoor): Promise<void> {
  const messageId = await messageIdOf(request, door);
  const { action: wished } = (request.body ?? {}) as { action?: unknown };
  const action = outsideActions.find(known => known === wished);
  if (!action) throw new HttpProblem([400, 'no-such-answer'], 'Press one of the buttons.');
  const { world, nudge } = door;
  // The same button of the same link counts once, however often it is sent.
  const id = `confirm:${String(request.params.token).slice(-43)}:${action}`;
  const received = await world.receive({
    id,
    via: 'email',
    answer: { kind: 'press', messageId, action },
  });
  if (received === 'new') nudge();
  await world.isHandled(id, () => pause(patience, undefined, { ref: false }));
  await show(response, messageId, door);
}

async function show(response: Response, messageId: string, { world }: ConfirmDoor): Promise<void> {
  const script = await world.readCall(messageId);
  const nothing = { lines: ['There is nothing for you to do.'], asks: false, language: null };
  response
    .status(200)
    .set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'Referrer-Policy': 'no-referrer',
    })
    .type('text/html')
    .send(confirmHtml(script ?? nothing));
}
