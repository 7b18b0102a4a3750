import { parse } from 'node:querystring';
import express, { type IRouter, type Request, type Response } from 'express';
import type { OutsideAction } from '../../../conversation/arrival/outside-answer.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { World } from '../../../world.ts';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { Refusals } from '../../api/refusals.ts';
import type { TwilioAccount } from './account.ts';
import { readCallback } from './callback.ts';
import { emptyTwiml, type Spoken, twiml } from './twiml.ts';
import { verifySignature } from './verify-signature.ts';

export interface TwilioDoor {
  readonly account: TwilioAccount;
  readonly world: Pick<World, 'receive' | 'isHandled' | 'readCall'>;
  /** Called after each new row, so that nothing waits for the tick. */
  readonly nudge: () => void;
  /** How long somebody on the phone waits for what their key did. */
  readonly patience: () => Promise<void>;
  readonly refusals: Refusals;
  readonly logger: Logger;
}

type Form = Readonly<Record<string, string>>;
type Take = (form: Form, request: Request, door: TwilioDoor) => Promise<string>;

const bodyLimit = 64 * 1024;

/** `POST /twilio/…`: replies, calls and status callbacks, each signed by our own account. */
export function mountTwilio(app: IRouter, door: TwilioDoor): void {
  const routes: readonly (readonly [string, Take])[] = [
    ['/twilio/sms', takeReply],
    ['/twilio/status/:messageId', takeStatus],
    ['/twilio/voice/:messageId', takePickUp],
    ['/twilio/voice/:messageId/keys', takeKey],
  ];
  for (const [path, take] of routes) {
    app
      .route(path)
      .post(
        express.raw({ limit: bodyLimit, inflate: false, type: () => true }),
        async (request: Request, response: Response) => {
          const form = admit(request, door);
          const said = await take(form, request, door).catch(error => {
            door.logger.error({ path, cause: messageOf(error) }, 'what Twilio sent was not taken');
            throw new HttpProblem([503, 'not-now'], 'This could not be taken now. Send it again.');
          });
          response.status(200).set('Cache-Control', 'no-store').type('text/xml').send(said);
        },
      )
      .all(refuseMethod('POST'));
  }
}

/** Refuses what our account did not sign. Twilio signs no time: what is sent again has an id we know, and does nothing. */
function admit(request: Request, { account, refusals }: TwilioDoor): Form {
  const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const fields = { ...parse(body.toString('utf8')) } as Record<string, string | string[]>;
  const signature = request.headers['x-twilio-signature'];
  const isGenuine =
    verifySignature(
      {
        url: `${account.publicUrl}${request.originalUrl}`,
        form: fields,
        signature: typeof signature === 'string' ? signature : undefined,
      },
      account.authToken,
    ) && fields.AccountSid === account.accountSid;
  if (!isGenuine) {
    refusals.note('forged');
    throw new HttpProblem([403, 'not-from-twilio'], 'This is no request of our Twilio account.');
  }
  refusals.accept();
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (value[0] ?? ''),
    ]),
  );
}

async function takeReply(form: Form, _request: Request, door: TwilioDoor): Promise<string> {
  const { MessageSid: sid = '', From: from = '', Body: text = '' } = form;
  if (sid && from)
    await receive(door, {
      id: `twilio:sms:${sid}`,
      via: 'sms',
      answer: { kind: 'words', from, text },
    });
  return emptyTwiml;
}

async function takeStatus(form: Form, request: Request, door: TwilioDoor): Promise<string> {
  const report = readCallback(messageIdOf(request), form);
  if (report) await receive(door, report);
  return emptyTwiml;
}

/** Somebody, or a mailbox, picked up: what the page says now. */
async function takePickUp(_form: Form, request: Request, door: TwilioDoor): Promise<string> {
  return twiml(await spoken(messageIdOf(request), door));
}

const actions: Readonly<Record<string, OutsideAction>> = {
  '1': 'page.acknowledge',
  '2': 'page.reassign',
};

/** A key was pressed: done, and said back as the page then stands. */
async function takeKey(form: Form, request: Request, door: TwilioDoor): Promise<string> {
  const messageId = messageIdOf(request);
  const { CallSid: sid = '', Digits: key = '' } = form;
  const action = actions[key];
  const id = `twilio:key:${sid}:${key}`;
  await receive(
    door,
    action
      ? { id, via: 'voice', answer: { kind: 'press', messageId, action } }
      : { id, report: { messageId, outcome: 'answered', detail: null } },
  );
  await door.world.isHandled(id, door.patience);
  return twiml(await spoken(messageId, door));
}

async function spoken(messageId: string, { world, account }: TwilioDoor): Promise<Spoken> {
  const script = await world.readCall(messageId);
  if (!script)
    return {
      lines: ['This is Handrail. There is nothing for you to do.'],
      keysTo: null,
      language: null,
    };
  const keysTo = script.asks ? `${account.publicUrl}/twilio/voice/${messageId}/keys` : null;
  return { lines: script.lines, keysTo, language: script.language };
}

async function receive(
  { world, nudge }: TwilioDoor,
  incoming: Parameters<World['receive']>[0],
): Promise<void> {
  if ((await world.receive(incoming)) === 'new') nudge();
}

function messageIdOf(request: Request): string {
  return String(request.params.messageId);
}
